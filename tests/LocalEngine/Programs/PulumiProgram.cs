using System.Collections.Immutable;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A Pulumi YAML program, in the order in which it is written.</summary>
internal sealed record PulumiProgram(
    string Name,
    ImmutableArray<ConfigDeclaration> Config,
    ImmutableArray<VariableDeclaration> Variables,
    ImmutableArray<ResourceDeclaration> Resources,
    ImmutableArray<VariableDeclaration> Outputs);

internal sealed record ConfigDeclaration(string Name, string? Type, bool Secret, Expression? Default);

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
