using System.Globalization;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The id that the engine keeps: <c>cart/CARTID</c> while pending, <c>order/ORDERID</c> while ordered, and the project's own id of
/// 32 hex digits once it is delivered.
/// </summary>
internal abstract record ResourceId
{
    private const string CartPrefix = "cart/";
    private const string OrderPrefix = "order/";

    /// <summary>OVHcloud's own name of a project, such as <c>urn:v1:eu:resource:publicCloudProject:PROJECTID</c>.</summary>
    private const string UrnPrefix = "urn:v1:";
    private const string UrnType = ":publicCloudProject:";

    private ResourceId()
    {
    }

    public sealed record Cart(CartId Value) : ResourceId
    {
        public override string ToString() => CartPrefix + Value;
    }

    public sealed record Order(OrderId Value) : ResourceId
    {
        public override string ToString() => OrderPrefix + Value;
    }

    public sealed record Project(ProjectId Value) : ResourceId
    {
        public override string ToString() => Value.ToString();
    }

    /// <summary>
    /// An import takes the bare order number and the project's URN too. Null when <paramref name="text"/> has none of these forms.
    /// </summary>
    public static ResourceId? Parse(string text)
    {
        if (text.StartsWith(CartPrefix, StringComparison.Ordinal))
        {
            return Guid.TryParseExact(text[CartPrefix.Length..], "D", out var cart) ? new Cart(new CartId(cart.ToString())) : null;
        }

        // A project's id may be digits only, and is written in any case; the API has it in lower case.
        var id = IsProjectUrn(text) ? text[(text.LastIndexOf(':') + 1)..] : text;
        if (ProjectId.TryParse(id.ToLowerInvariant(), out var project))
        {
            return new Project(project);
        }

        var number = text.StartsWith(OrderPrefix, StringComparison.Ordinal) ? text[OrderPrefix.Length..] : text;
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var order) && order > 0
            ? new Order(new OrderId(order))
            : null;
    }

    private static bool IsProjectUrn(string text) =>
        text.StartsWith(UrnPrefix, StringComparison.Ordinal) && text.Contains(UrnType, StringComparison.Ordinal);
}
