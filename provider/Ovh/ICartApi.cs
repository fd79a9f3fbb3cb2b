using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>The order cart. Everything but list, delete, assign and the two checkouts works without credentials.</summary>
internal interface ICartApi
{
    /// <summary>The account's carts; a cart that was never assigned to it is not among them.</summary>
    [Get("/order/cart")]
    Task<IReadOnlyList<CartId>> ListAsync(string? description, CancellationToken cancellationToken);

    [Post("/order/cart")]
    Task<Cart> CreateAsync([Body] CartCreation cart, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}")]
    Task<Cart> GetAsync(CartId cartId, CancellationToken cancellationToken);

    [Put("/order/cart/{cartId}")]
    Task<Cart> UpdateAsync(CartId cartId, [Body] CartUpdate update, CancellationToken cancellationToken);

    [Delete("/order/cart/{cartId}")]
    Task DeleteAsync(CartId cartId, CancellationToken cancellationToken);

    [Post("/order/cart/{cartId}/assign")]
    Task AssignAsync(
        CartId cartId, CancellationToken cancellationToken,
        [Property(Call.RepeatabilityKey)] Repeatability repeatability = Repeatability.Idempotent);

    [Get("/order/cart/{cartId}/cloud")]
    Task<IReadOnlyList<Offer>> OffersAsync(CartId cartId, string? catalogName, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}/cloud/options")]
    Task<IReadOnlyList<OptionOffer>> OptionOffersAsync(
        CartId cartId, string planCode, string? catalogName, CancellationToken cancellationToken);

    [Post("/order/cart/{cartId}/cloud")]
    Task<CartItem> AddItemAsync(CartId cartId, [Body] NewItem item, CancellationToken cancellationToken);

    [Post("/order/cart/{cartId}/cloud/options")]
    Task<CartItem> AddOptionAsync(CartId cartId, [Body] NewOption option, CancellationToken cancellationToken);

    /// <summary>Options for a project that is there.</summary>
    [Get("/order/cartServiceOption/cloud/{projectId}")]
    Task<IReadOnlyList<OptionOffer>> ServiceOptionOffersAsync(ProjectId projectId, CancellationToken cancellationToken);

    [Post("/order/cartServiceOption/cloud/{projectId}")]
    Task<CartItem> AddServiceOptionAsync(ProjectId projectId, [Body] NewServiceOption option, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}/item/{itemId}")]
    Task<CartItem> GetItemAsync(CartId cartId, ItemId itemId, CancellationToken cancellationToken);

    [Delete("/order/cart/{cartId}/item/{itemId}")]
    Task DeleteItemAsync(CartId cartId, ItemId itemId, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}/item/{itemId}/requiredConfiguration")]
    Task<IReadOnlyList<ConfigurationRequirement>> RequiredConfigurationAsync(
        CartId cartId, ItemId itemId, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}/item/{itemId}/configuration")]
    Task<IReadOnlyList<ConfigurationId>> ConfigurationsAsync(CartId cartId, ItemId itemId, CancellationToken cancellationToken);

    [Get("/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}")]
    Task<ConfigurationItem> GetConfigurationAsync(
        CartId cartId, ItemId itemId, ConfigurationId configurationId, CancellationToken cancellationToken);

    /// <summary>Accepts anything, the same label twice included; only a checkout judges.</summary>
    [Post("/order/cart/{cartId}/item/{itemId}/configuration")]
    Task<ConfigurationItem> AddConfigurationAsync(
        CartId cartId, ItemId itemId, [Body] NewConfiguration configuration, CancellationToken cancellationToken);

    [Delete("/order/cart/{cartId}/item/{itemId}/configuration/{configurationId}")]
    Task DeleteConfigurationAsync(CartId cartId, ItemId itemId, ConfigurationId configurationId, CancellationToken cancellationToken);

    /// <summary>Prices without any judgement; its contracts may be missing.</summary>
    [Get("/order/cart/{cartId}/summary")]
    Task<Order> SummaryAsync(CartId cartId, CancellationToken cancellationToken);

    /// <summary>The dry run: what a checkout would answer, eligibility and configuration included; nothing is ordered.</summary>
    [Get("/order/cart/{cartId}/checkout")]
    Task<Order> PreviewCheckoutAsync(CartId cartId, CancellationToken cancellationToken);

    /// <summary>Orders.</summary>
    [Post("/order/cart/{cartId}/checkout")]
    Task<Order> CheckoutAsync(CartId cartId, [Body] CheckoutRequest request, CancellationToken cancellationToken);
}
