using System.Xml;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Carts;

internal static class ItemRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("POST", "/order/cart/{cartId:uuid}/cloud", true, AddProject),
        new("POST", "/order/cart/{cartId:uuid}/cloud/options", true, AddOption),
        new("GET", "/order/cart/{cartId:uuid}/item", true, call => CartRoutes.Find(call).Items.Select(item => item.Id)),
        new("GET", "/order/cart/{cartId:uuid}/item/{itemId:long}", true, call =>
        {
            var cart = CartRoutes.Find(call);
            return ToJson(cart, Find(call, cart));
        }),
        new("PUT", "/order/cart/{cartId:uuid}/item/{itemId:long}", true, Change),
        new("DELETE", "/order/cart/{cartId:uuid}/item/{itemId:long}", true, Remove),
    ];

    public static CartItem Find(ApiCall call, Cart cart) => Find(cart, call.PathLong("itemId"));

    /// <summary>Adds an item from the call's body.</summary>
    public static object Add(ApiCall call, Cart cart, Plan plan, long? parentId = null, string? projectId = null)
    {
        var duration = call.RequiredText("duration");
        var pricingMode = call.RequiredText("pricingMode");
        CheckOffered(call, plan, duration, pricingMode);
        var item = new CartItem
        {
            Id = call.World.NextId("item"),
            Plan = plan,
            Duration = duration,
            PricingMode = pricingMode,
            Quantity = CheckQuantity(call.RequiredLong("quantity")),
            CatalogName = call.Text("catalogName"),
            ParentId = parentId,
            ProjectId = projectId,
        };
        cart.Items.Add(item);
        return ToJson(cart, item);
    }

    private static CartItem Find(Cart cart, long itemId) =>
        cart.Items.Find(item => item.Id == itemId) ?? throw ApiException.NoSuchObject("itemId", itemId);

    private static object AddProject(ApiCall call)
    {
        var cart = CartRoutes.FindEditable(call);
        return Add(call, cart, CatalogueRoutes.FindProject(call.World, call.RequiredText("planCode")));
    }

    private static object AddOption(ApiCall call)
    {
        var cart = CartRoutes.FindEditable(call);
        var parent = Find(cart, call.RequiredLong("itemId"));
        return Add(call, cart, CatalogueRoutes.FindOption(call.World, call.RequiredText("planCode")), parentId: parent.Id);
    }

    private static object Change(ApiCall call)
    {
        var cart = CartRoutes.FindEditable(call);
        var item = Find(call, cart);
        var duration = call.Text("duration") ?? item.Duration;
        var quantity = CheckQuantity(call.Long("quantity") ?? item.Quantity);
        CheckOffered(call, item.Plan, duration, item.PricingMode);
        item.Duration = duration;
        item.Quantity = quantity;
        return ToJson(cart, item);
    }

    private static object? Remove(ApiCall call)
    {
        var cart = CartRoutes.FindEditable(call);
        var removed = Find(call, cart);
        cart.Items.RemoveAll(item => item == removed || item.ParentId == removed.Id);
        return null;
    }

    private static void CheckOffered(ApiCall call, Plan plan, string duration, string pricingMode)
    {
        if (!IsDuration(duration))
        {
            // The real API's own, unhelpful words.
            var (status, errorClass) = call.Settings.MalformedDurationStatus is var code && code < 500
                ? (code, "Client::BadRequest")
                : (code, "Server::InternalServerError");
            throw ApiException.Of(status, errorClass, "Service is temporarily unavailable");
        }

        if (plan.PriceOf(duration, pricingMode) is null)
        {
            throw ApiException.BadRequest($"Plan {plan.Code} is not available for duration {duration} and pricing mode {pricingMode}");
        }
    }

    private static long CheckQuantity(long quantity) => quantity is >= 1 and <= CartItem.MaximumQuantity
        ? quantity
        : throw ApiException.BadRequest($"[quantity] Given data ({quantity}) must be between 1 and {CartItem.MaximumQuantity}");

    private static bool IsDuration(string text)
    {
        try
        {
            XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static object ToJson(Cart cart, CartItem item) => new
    {
        cartId = cart.Id,
        configurations = item.Configuration.Select(entry => entry.Id),
        duration = item.Duration,
        itemId = item.Id,
        offerId = (string?)null,
        options = cart.Items.Where(option => option.ParentId == item.Id).Select(option => option.Id),
        parentItemId = item.ParentId,
        prices = new[] { new { label = "TOTAL", price = Money.ToJson(item.Total, cart.Subsidiary.Currency) } },
        productId = "cloud",
        settings =
            new { planCode = item.Plan.Code, pricingMode = item.PricingMode, quantity = item.Quantity, catalogName = item.CatalogName },
    };
}
