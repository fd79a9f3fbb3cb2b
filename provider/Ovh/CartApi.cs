using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using static PulumiOvhOrder.Ovh.Repeatability;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>The order cart. Everything but list, delete, assign and the two checkouts works without credentials.</summary>
internal sealed class CartApi(OvhTransport api)
{
    private static OvhJson Json => OvhJson.Default;

    /// <summary>The account's carts; a cart that was never assigned to it is not among them.</summary>
    public Task<IReadOnlyList<CartId>> ListAsync(string? description, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart").Query("description", description), Json.CartIds, cancellationToken);

    public Task<Cart> CreateAsync(CartCreation cart, CancellationToken cancellationToken) =>
        api.AskAsync(Post(Once, $"/order/cart").With(cart, Json.CartCreation), Json.Cart, cancellationToken);

    public Task<Cart> GetAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}"), Json.Cart, cancellationToken);

    public Task<Cart> UpdateAsync(CartId cartId, CartUpdate update, CancellationToken cancellationToken) =>
        api.AskAsync(Put($"/order/cart/{cartId}").With(update, Json.CartUpdate), Json.Cart, cancellationToken);

    public Task DeleteAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.DoAsync(Delete($"/order/cart/{cartId}"), cancellationToken);

    public Task AssignAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.DoAsync(Post(Idempotent, $"/order/cart/{cartId}/assign"), cancellationToken);

    public Task<IReadOnlyList<Offer>> OffersAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/cloud"), Json.Offers, cancellationToken);

    public Task<IReadOnlyList<OptionOffer>> OptionOffersAsync(CartId cartId, string planCode, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/cloud/options").Query("planCode", planCode), Json.OptionOffers, cancellationToken);

    public Task<CartItem> AddItemAsync(CartId cartId, NewItem item, CancellationToken cancellationToken) =>
        api.AskAsync(Post(Once, $"/order/cart/{cartId}/cloud").With(item, Json.NewItem), Json.CartItem, cancellationToken);

    public Task<CartItem> AddOptionAsync(CartId cartId, NewOption option, CancellationToken cancellationToken) =>
        api.AskAsync(Post(Once, $"/order/cart/{cartId}/cloud/options").With(option, Json.NewOption), Json.CartItem, cancellationToken);

    public Task<IReadOnlyList<ItemId>> ItemsAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/item"), Json.ItemIds, cancellationToken);

    public Task<CartItem> GetItemAsync(CartId cartId, ItemId itemId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/item/{itemId}"), Json.CartItem, cancellationToken);

    public Task DeleteItemAsync(CartId cartId, ItemId itemId, CancellationToken cancellationToken) =>
        api.DoAsync(Delete($"/order/cart/{cartId}/item/{itemId}"), cancellationToken);

    public Task<IReadOnlyList<ConfigurationRequirement>> RequiredConfigurationAsync(
        CartId cartId, ItemId itemId, CancellationToken cancellationToken) =>
        api.AskAsync(
            Get($"/order/cart/{cartId}/item/{itemId}/requiredConfiguration"), Json.ConfigurationRequirements, cancellationToken);

    public Task<IReadOnlyList<ConfigurationId>> ConfigurationsAsync(
        CartId cartId, ItemId itemId, string? label, CancellationToken cancellationToken) =>
        api.AskAsync(
            Get($"/order/cart/{cartId}/item/{itemId}/configuration").Query("label", label), Json.ConfigurationIds, cancellationToken);

    public Task<ConfigurationItem> GetConfigurationAsync(
        CartId cartId, ItemId itemId, ConfigurationId configurationId, CancellationToken cancellationToken) =>
        api.AskAsync(
            Get($"/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}"), Json.ConfigurationItem, cancellationToken);

    /// <summary>Accepts anything, the same label twice included; only a checkout judges.</summary>
    public Task<ConfigurationItem> AddConfigurationAsync(
        CartId cartId, ItemId itemId, NewConfiguration configuration, CancellationToken cancellationToken) =>
        api.AskAsync(
            Post(Once, $"/order/cart/{cartId}/item/{itemId}/configuration").With(configuration, Json.NewConfiguration),
            Json.ConfigurationItem,
            cancellationToken);

    public Task DeleteConfigurationAsync(
        CartId cartId, ItemId itemId, ConfigurationId configurationId, CancellationToken cancellationToken) =>
        api.DoAsync(Delete($"/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}"), cancellationToken);

    /// <summary>Prices without any judgement; its contracts may be missing.</summary>
    public Task<Order> SummaryAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/summary"), Json.Order, cancellationToken);

    /// <summary>The dry run: what a checkout would answer, eligibility and configuration included; nothing is ordered.</summary>
    public Task<Order> JudgeAsync(CartId cartId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/order/cart/{cartId}/checkout"), Json.Order, cancellationToken);

    /// <summary>Orders.</summary>
    public Task<Order> CheckoutAsync(CartId cartId, CheckoutRequest request, CancellationToken cancellationToken) =>
        api.AskAsync(Post(Once, $"/order/cart/{cartId}/checkout").With(request, Json.CheckoutRequest), Json.Order, cancellationToken);
}
