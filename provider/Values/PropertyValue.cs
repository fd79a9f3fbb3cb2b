using System.Collections.Immutable;

namespace PulumiOvhOrder.Values;

/// <summary>
/// One value of Pulumi's property model. Unknown and secret are cases of their own, never null and never a zero value;
/// two values are equal when their trees are.
/// </summary>
internal abstract record PropertyValue
{
    private PropertyValue()
    {
    }

    public static PropertyValue None { get; } = new Null();

    /// <summary>The engine writes every unknown as the string sentinel, whatever its type.</summary>
    public static PropertyValue UnknownValue { get; } = new Unknown(UnknownKind.String);

    public static PropertyValue Of(string? value) => value is null ? None : new Text(value);

    /// <summary>Null, which no map keeps, where there is no text.</summary>
    public static PropertyValue? OrAbsent(string? value) => value is null ? null : new Text(value);

    public static PropertyValue Of(bool value) => new Bool(value);

    public static PropertyValue Of(double value) => new Number(value);

    public static PropertyValue Of(decimal value) => new Number((double)value);

    public static PropertyValue Of(IEnumerable<PropertyValue> items) => new List([.. items]);

    public static PropertyValue SecretOf(PropertyValue value) => value is Secret ? value : new Secret(value);

    /// <summary>Null, wrapped or not: a C# program that sets a secret property to null sends a secret null.</summary>
    public bool IsNull => this switch
    {
        Null => true,
        Secret s => s.Value.IsNull,
        Output o => o.Value is { IsNull: true },
        _ => false,
    };

    /// <summary>True when this value or anything in it is not known yet.</summary>
    public bool ContainsUnknown => this switch
    {
        Unknown => true,
        Secret s => s.Value.ContainsUnknown,
        Output o => o.Value is null || o.Value.ContainsUnknown,
        List l => l.Items.Any(i => i.ContainsUnknown),
        Map m => m.Items.Values.Any(v => v.ContainsUnknown),
        Asset a => a.Fields.ContainsUnknown,
        ResourceReference r => r.Id is not null && r.Id.ContainsUnknown,
        _ => false,
    };

    /// <summary>True when this value or anything in it is secret.</summary>
    public bool ContainsSecret => this switch
    {
        Secret => true,
        Output o => o.IsSecret || (o.Value?.ContainsSecret ?? false),
        List l => l.Items.Any(i => i.ContainsSecret),
        Map m => m.Items.Values.Any(v => v.ContainsSecret),
        Asset a => a.Fields.ContainsSecret,
        _ => false,
    };

    /// <summary>This value without secret and output wrappers, at every depth: what comparisons look at.</summary>
    public PropertyValue Plain() => this switch
    {
        Secret s => s.Value.Plain(),
        Output o => o.Value?.Plain() ?? UnknownValue,
        List l => new List([.. l.Items.Select(i => i.Plain())]),
        Map m => new Map(m.Items.ToImmutableSortedDictionary(p => p.Key, p => p.Value.Plain(), StringComparer.Ordinal)),
        _ => this,
    };

    public sealed record Null : PropertyValue;

    public sealed record Bool(bool Value) : PropertyValue;

    public sealed record Number(double Value) : PropertyValue;

    public sealed record Text(string Value) : PropertyValue;

    public sealed record Secret(PropertyValue Value) : PropertyValue;

    public sealed record Unknown(UnknownKind Kind) : PropertyValue;

    /// <summary>A first-class output; no value means that it is not known yet.</summary>
    public sealed record Output(PropertyValue? Value, bool IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
    {
        public bool Equals(Output? other) => other is not null && Equals(Value, other.Value) && IsSecret == other.IsSecret
            && Dependencies.AsSpan().SequenceEqual(other.Dependencies.AsSpan());

        public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.Length);
    }

    /// <summary>A reference to another resource. A component has no id; one that is not known yet is an unknown value.</summary>
    public sealed record ResourceReference(
        string Urn, PropertyValue? Id, string? Name, string? Type, string? PackageVersion) : PropertyValue;

    /// <summary>An asset or archive, kept as its raw fields (signature included): this provider only hands them through.</summary>
    public sealed record Asset(Map Fields) : PropertyValue;

    public sealed record Bytes(ImmutableArray<byte> Value) : PropertyValue
    {
        public bool Equals(Bytes? other) => other is not null && Value.AsSpan().SequenceEqual(other.Value.AsSpan());

        public override int GetHashCode() => Value.Length;
    }

    public sealed record List(ImmutableArray<PropertyValue> Items) : PropertyValue
    {
        public bool Equals(List? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items.AsSpan());

        public override int GetHashCode() => Items.Length;
    }

    public sealed record Map(ImmutableSortedDictionary<string, PropertyValue> Items) : PropertyValue
    {
        public static Map Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

        /// <summary>What is null is left out.</summary>
        public static Map Of(params (string Name, PropertyValue? Value)[] properties) =>
            properties.Aggregate(Empty, (map, property) => map.With(property.Name, property.Value));

        /// <summary>The value under <paramref name="key"/>, or null when there is none; a null counts as none, secret or not.</summary>
        public PropertyValue? this[string key] => Items.TryGetValue(key, out var value) && !value.IsNull ? value : null;

        public Map With(string key, PropertyValue? value) => value is null ? this : new(Items.SetItem(key, value));

        public Map Without(string key) => new(Items.Remove(key));

        public bool Equals(Map? other) => other is not null && Items.Count == other.Items.Count
            && Items.All(p => other.Items.TryGetValue(p.Key, out var value) && p.Value.Equals(value));

        public override int GetHashCode() => Items.Count;
    }
}

/// <summary>The seven sentinels by which the engine can say "not known yet".</summary>
internal enum UnknownKind
{
    Bool,
    Number,
    String,
    Array,
    Asset,
    Archive,
    Object,
}
