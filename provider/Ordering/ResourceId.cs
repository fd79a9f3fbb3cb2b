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
        if (text.StartsWith(CartPrefix, StringComparison.Ordinal) && Guid.TryParse(text[CartPrefix.Length..], out _))
        {
            return new Cart(new CartId(text[CartPrefix.Length..]));
        }

        if (text.StartsWith(OrderPrefix, StringComparison.Ordinal)
            && long.TryParse(text[OrderPrefix.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var order))
        {
            return new Order(new OrderId(order));
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return new Order(new OrderId(number));
        }

        return ProjectId.TryParse(text.StartsWith(UrnPrefix, StringComparison.Ordinal)
            ? text[(text.LastIndexOf(':') + 1)..]
            : text, out var project)
            ? new Project(project)
            : null;
    }
}
