using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Auth;
using PulumiOvhOrder.Simulator.Catalogue;
using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Carts;

internal static class CartRoutes
{
    private static readonly TimeSpan DefaultLife = TimeSpan.FromDays(1);

    public static IEnumerable<Route> All =>
    [
        new("GET", "/order/cart", false, List),
        new("POST", "/order/cart", true, Create),
        new("GET", "/order/cart/{cartId:uuid}", true, call => ToJson(Find(call))),
        new("PUT", "/order/cart/{cartId:uuid}", true, Change),
        new("DELETE", "/order/cart/{cartId:uuid}", false, Delete),
        new("POST", "/order/cart/{cartId:uuid}/assign", false, Assign),
        new("GET", "/order/cart/{cartId:uuid}/coupon", true, call => Find(call).Coupons),
        new("POST", "/order/cart/{cartId:uuid}/coupon", true, AddCoupon),
        new("DELETE", "/order/cart/{cartId:uuid}/coupon", true, RemoveCoupon),
    ];

    public static Cart Find(ApiCall call) => Find(call, call.Path("cartId"));

    public static Cart Find(ApiCall call, string cartId) =>
        call.World.Carts.Find(cart => cart.Id == cartId && cart.IsAlive(call.Now)) ?? throw ApiException.NoSuchObject("cartId", cartId);

    public static Cart FindEditable(ApiCall call) => FindEditable(call, call.Path("cartId"));

    public static Cart FindEditable(ApiCall call, string cartId)
    {
        var cart = Find(call, cartId);
        return cart.IsCheckedOut ? throw CheckedOut(cart) : cart;
    }

    public static ApiException CheckedOut(Cart cart) => ApiException.BadRequest($"Cart {cart.Id} has already been checked out");

    private static IEnumerable<string> List(ApiCall call) => call.World.Carts
        .Where(cart => (cart.IsAssigned || call.Settings.ListUnassignedCarts) && cart.IsAlive(call.Now))
        .Where(cart => !cart.IsCheckedOut || call.Settings.ListCheckedOutCarts)
        .Where(cart => (call.Query("description") ?? cart.Description) == cart.Description)
        .Select(cart => cart.Id);

    private static object Create(ApiCall call)
    {
        var cart = new Cart
        {
            Id = Guid.NewGuid().ToString(),
            Subsidiary = CatalogueRoutes.ParseSubsidiary(call.World.Site, call.Text("ovhSubsidiary")),
            Description = call.Text("description") ?? "",
            Expire = Granted(call, call.Date("expire") ?? Authenticator.ServerTime(call.World) + DefaultLife),
            Skew = call.World.Skew,
        };
        call.World.Carts.Add(cart);
        return ToJson(cart);
    }

    private static object Change(ApiCall call)
    {
        var cart = call.Settings.DescribeCheckedOutCarts ? Find(call) : FindEditable(call);
        if (call.Date("expire") is { } asked)
        {
            (cart.Expire, cart.Skew) = (Granted(call, asked), call.World.Skew);
        }

        cart.Description = call.Text("description") ?? cart.Description;
        return ToJson(cart);
    }

    private static DateTimeOffset Granted(ApiCall call, DateTimeOffset asked) =>
        call.Settings.MaxCartLifeMs is { } life && Authenticator.ServerTime(call.World).AddMilliseconds(life) is var most && asked > most
            ? most
            : asked;

    private static object? Delete(ApiCall call)
    {
        var cart = Find(call);
        if (!cart.IsAssigned && !call.Settings.DeleteUnassignedCarts)
        {
            throw ApiException.NoSuchObject("cartId", cart.Id);
        }

        if (cart.IsCheckedOut && !call.Settings.DeleteCheckedOutCarts)
        {
            throw CheckedOut(cart);
        }

        cart.IsDeleted = true;
        return null;
    }

    private static object? Assign(ApiCall call)
    {
        FindEditable(call).IsAssigned = true;
        return null;
    }

    private static List<string> AddCoupon(ApiCall call)
    {
        var cart = FindEditable(call);
        var coupon = call.RequiredText("coupon");
        Vouchers.Check(call, coupon);
        if (!cart.Coupons.Contains(coupon))
        {
            cart.Coupons.Add(coupon);
        }

        return cart.Coupons;
    }

    private static List<string> RemoveCoupon(ApiCall call)
    {
        var cart = FindEditable(call);
        cart.Coupons.Remove(call.Query("coupon") ?? throw ApiCall.Missing("coupon"));
        return cart.Coupons;
    }

    private static object ToJson(Cart cart) => new
    {
        cartId = cart.Id,
        description = cart.Description,
        expire = cart.Expire,
        items = cart.Items.Select(item => item.Id),
        readOnly = cart.IsCheckedOut,
    };
}
