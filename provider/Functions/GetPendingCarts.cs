using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getPendingCarts</c>: the account's carts that are not checked out.</summary>
internal sealed class GetPendingCarts(OrderServices services) : CloudOrderFunction(Definition, services)
{
    private static readonly ObjectDefinition CartObject = new("PendingCart", "A pending cart of the account.",
    [
        new("cartId", new PropertyType.Text(), "The id of the cart.") { Required = true },
        new("description", new PropertyType.Text(), "The cart's description. Carts of this provider begin with `pulumi-ovh-order`."),
        new("expirationDate", new PropertyType.Text(), "When the cart expires (RFC 3339)."),
        new("items", new PropertyType.ListOf(new PropertyType.Integer(IsId: true)), "The ids of the cart's items.") { Required = true },
        new("readOnly", new PropertyType.Boolean(),
            "Whether the cart was checked out. Always `false` for a pending cart.") { Required = true },
    ]);

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getPendingCarts",
        "Lists the pending carts of the account: those that were not checked out and have not expired.",
        [new("description", new PropertyType.Text(1), "The exact description of the carts to return. All carts are returned by default.")],
        [new("carts", new PropertyType.ListOf(new PropertyType.Nested(CartObject)), "The carts that were found.") { Required = true }]);

    protected override string Doing => "listing the carts";

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        Services.RequireCredentials();
        var description = new PropertyReader(request.Args).Text("description");
        var ids = await Services.Api.Carts.ListAsync(description, operation.CancellationToken);
        var contents = await Task.WhenAll(ids.Select(id => Services.Carts.FindAsync(id, operation.CancellationToken)));
        var now = Services.Time.GetUtcNow();
        var carts = contents.OfType<Cart>()
            .Where(c => !c.ReadOnly && !(c.Expire < now) && (description is null || c.Description == description))
            .OrderBy(c => c.CartId.Value, StringComparer.Ordinal);
        return PropertyValue.Map.Empty.With("carts", PropertyValue.Of(carts.Select(Write)));
    }

    private static PropertyValue Write(Cart cart) => PropertyValue.Map.Empty
        .With("cartId", PropertyValue.Of(cart.CartId.Value))
        .With("description", PropertyValue.Of(cart.Description))
        .With("expirationDate", StateWriter.Date(cart.Expire))
        .With("items", PropertyValue.Of(cart.Items.Select(i => PropertyValue.Of((double)i.Value))))
        .With("readOnly", PropertyValue.Of(cart.ReadOnly));
}
