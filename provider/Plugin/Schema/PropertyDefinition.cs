using System.Collections.Immutable;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>
/// One property, written once: the package schema, Check, Diff and the state codec all read it here, so that a failure never points at a
/// name that does not exist.
/// </summary>
internal sealed record PropertyDefinition(string Name, PropertyType Type, string Description)
{
    public bool Required { get; init; }

    public bool Secret { get; init; }

    /// <summary>Takes effect only when an order is placed: once ordered, a change means a new order.</summary>
    public bool OrderTime { get; init; }

    /// <summary>An order of its own brings a change of it about on what is delivered.</summary>
    public bool OrderedInPlace { get; init; }

    /// <summary>Once ordered, a change of it means another resource.</summary>
    public bool IsReplacing => OrderTime && !OrderedInPlace;

    /// <summary>The value that holds when the user gives none, as the schema shows it; null when it is decided elsewhere.</summary>
    public object? Default { get; init; }

    /// <summary>What a change of it does to a resource, as a sentence; said of a resource's inputs only.</summary>
    public string? Change { get; init; }

    /// <summary>Environment variables that can supply it (provider configuration only).</summary>
    public ImmutableArray<string> Environment { get; init; } = [];
}

internal abstract record PropertyType
{
    private PropertyType()
    {
    }

    public sealed record Boolean : PropertyType;

    /// <param name="IsId">A number of OVHcloud's, which grows beyond 32 bits; the schema's own integers have no more.</param>
    public sealed record Integer(long Minimum = long.MinValue, bool IsId = false) : PropertyType;

    public sealed record Number(double Minimum = double.NegativeInfinity) : PropertyType;

    public sealed record Text(int MinimumLength = 0, int MaximumLength = int.MaxValue) : PropertyType;

    public sealed record Choice(EnumDefinition Values) : PropertyType;

    public sealed record ListOf(PropertyType Item) : PropertyType;

    public sealed record MapOf(PropertyType Value) : PropertyType;

    public sealed record Nested(ObjectDefinition Definition) : PropertyType;
}

/// <param name="Name">The type's name in SDKs.</param>
internal sealed record ObjectDefinition(string Name, string Description, ImmutableArray<PropertyDefinition> Properties);

internal sealed record EnumDefinition(string Name, string Description, ImmutableArray<EnumValue> Values);

internal sealed record EnumValue(string Name, string Value, string Description);

internal sealed record ResourceDefinition(
    string Token, string Description, ImmutableArray<PropertyDefinition> Inputs, ImmutableArray<PropertyDefinition> Outputs)
{
    /// <summary>What a list of existing resources can be narrowed down by; null where they cannot be listed.</summary>
    public ImmutableArray<PropertyDefinition>? ListInputs { get; init; }

    public PropertyDefinition? Input(string name) => Inputs.FirstOrDefault(p => p.Name == name);
}

internal sealed record FunctionDefinition(
    string Token, string Description, ImmutableArray<PropertyDefinition> Inputs, ImmutableArray<PropertyDefinition> Outputs);
