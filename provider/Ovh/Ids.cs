using System.Globalization;
using System.Text.RegularExpressions;

namespace PulumiOvhOrder.Ovh;

// Ids are easily confused and a wrong one may cost money, so each has a type of its own; all print as the raw value.

internal readonly record struct CartId(string Value) : ITextId<CartId>
{
    public static CartId Of(string value) => new(value);

    public override string ToString() => Value ?? "";
}

internal readonly record struct ItemId(long Value) : INumberId<ItemId>
{
    public static ItemId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct ConfigurationId(long Value) : INumberId<ConfigurationId>
{
    public static ConfigurationId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct OrderId(long Value) : INumberId<OrderId>
{
    private const long MaxExact = 1L << 53;

    public static OrderId Of(long value) => new(value);

    /// <summary>Whether it can be an order's: what a number of JSON, and of the state, does not hold exactly leads to no order.</summary>
    public bool IsPlausible => Value is > 0 and <= MaxExact;

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct OrderDetailId(long Value) : INumberId<OrderDetailId>
{
    public static OrderDetailId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct OperationId(long Value) : INumberId<OperationId>
{
    public static OperationId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct PaymentMethodId(long Value) : INumberId<PaymentMethodId>
{
    public static PaymentMethodId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct CreditId(long Value) : INumberId<CreditId>
{
    public static CreditId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct MailId(long Value) : INumberId<MailId>
{
    public static MailId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly record struct ServiceId(long Value) : INumberId<ServiceId>
{
    public static ServiceId Of(long value) => new(value);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

internal readonly partial record struct ProjectId(string Value) : ITextId<ProjectId>
{
    public static ProjectId Of(string value) => new(value);

    /// <summary>Any 32 lower-case hex digits: what the routes under <c>/cloud/project</c> are called with.</summary>
    public static bool TryParse(string? text, out ProjectId id)
    {
        var isProject = text is not null && Hex32().IsMatch(text);
        id = isProject ? new ProjectId(text!) : default;
        return isProject;
    }

    /// <summary>
    /// The project that an order detail's domain names: a UUIDv4 without dashes. Null where it names none: before delivery the domain is a
    /// placeholder such as <c>*001</c>, and other lines of the same order carry other words.
    /// </summary>
    public static ProjectId? OfServiceName(string? domain) => domain is not null && UuidV4().IsMatch(domain) ? new ProjectId(domain) : null;

    public override string ToString() => Value ?? "";

    [GeneratedRegex(@"^[0-9a-f]{32}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Hex32();

    [GeneratedRegex(@"^[0-9a-f]{12}4[0-9a-f]{19}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UuidV4();
}

/// <summary>Fills a placeholder of a route's path.</summary>
internal interface IId
{
    /// <summary>Whether it names one thing: an empty one would call the route that lists, a dot one further up.</summary>
    bool IsPathSegment { get; }
}

internal interface ITextId<TSelf> : IId
{
    bool IId.IsPathSegment => Value is not (null or "" or "." or "..");

    string Value { get; }

    static abstract TSelf Of(string value);
}

internal interface INumberId<TSelf> : IId
{
    bool IId.IsPathSegment => Value > 0;

    long Value { get; }

    static abstract TSelf Of(long value);
}
