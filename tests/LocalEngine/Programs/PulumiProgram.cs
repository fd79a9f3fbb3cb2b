using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A Pulumi YAML program, in the order in which it is written.</summary>
internal sealed record PulumiProgram(
    string Name,
    ImmutableArray<ConfigDeclaration> Config,
    ImmutableArray<VariableDeclaration> Variables,
    ImmutableArray<ResourceDeclaration> Resources,
    ImmutableArray<VariableDeclaration> Outputs);

internal sealed record ConfigDeclaration(string Name, string? Type, bool Secret, Expression? Default)
{
    /// <summary>The types that the CLI knows, as they are spelled; a program that declares another cannot make a stack.</summary>
    private static readonly string[] Types = ["string", "boolean", "integer", "array", "object"];

    /// <exception cref="ProgramException">The CLI would refuse it before it runs the program.</exception>
    public void Validate(bool hasItems)
    {
        var problem = Type is null ? null
            : !Types.Contains(Type) ? $"has the type '{Type}', which is not one of {string.Join(", ", Types)}"
            : Type == "array" && !hasItems ? "is an array without 'items'"
            : Default is Expression.Literal literal && !Fits(literal.Value) ? $"has a default that is no {Type}"
            : null;
        if (problem is not null)
        {
            throw new ProgramException($"config key '{Name}' in Pulumi.yaml {problem}");
        }
    }

    private bool Fits(PropertyValue value) => (Type, value) switch
    {
        ("string", PropertyValue.Text) or ("boolean", PropertyValue.Bool) => true,
        ("array", PropertyValue.List) or ("object", PropertyValue.Map) => true,
        ("integer", PropertyValue.Number number) => number.Value == Math.Floor(number.Value),
        _ => false,
    };
}

internal sealed record VariableDeclaration(string Name, Expression Value);

/// <param name="Get">Set for a resource that is only read: its id, and what the program already says about its state.</param>
internal sealed record ResourceDeclaration(
    string Name, string Type, ImmutableArray<VariableDeclaration> Properties, ResourceOptions Options, GetDeclaration? Get)
{
    public bool IsProvider => Type.StartsWith(ResourceTypes.ProviderPrefix, StringComparison.Ordinal);
}

internal sealed record GetDeclaration(Expression Id, ImmutableArray<VariableDeclaration> State);

internal sealed record ResourceOptions
{
    public ImmutableArray<Expression> DependsOn { get; init; } = [];

    public Expression.Reference? Provider { get; init; }

    public bool Protect { get; init; }

    public string? Import { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Former names or full URNs.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public bool? DeleteBeforeReplace { get; init; }

    public bool RetainOnDelete { get; init; }

    public string? Version { get; init; }

    public CustomTimeouts Timeouts { get; init; } = CustomTimeouts.None;
}

/// <summary>Seconds; zero leaves the time to the provider.</summary>
internal sealed record CustomTimeouts(double Create, double Update, double Delete)
{
    public static CustomTimeouts None { get; } = new(0, 0, 0);
}
