using System.Collections.Immutable;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>Everything that the package schema says, before it is written as JSON.</summary>
internal sealed record PackageDefinition
{
    public required string Name { get; init; }

    public required string DisplayName { get; init; }

    public required string Version { get; init; }

    public required string Description { get; init; }

    public required ImmutableArray<string> Keywords { get; init; }

    public required string License { get; init; }

    public required string Publisher { get; init; }

    /// <summary>The host and path of the repository, as Go imports it.</summary>
    public required string RepositoryPath { get; init; }

    /// <summary>What the names of Java packages begin with: a domain that the project has, turned round.</summary>
    public required string JavaBasePackage { get; init; }

    public required string PluginDownloadUrl { get; init; }

    /// <summary>Keys of the stack's configuration.</summary>
    public required ImmutableArray<PropertyDefinition> Configuration { get; init; }

    /// <summary>Arguments of an explicit provider.</summary>
    public required ImmutableArray<PropertyDefinition> ProviderInputs { get; init; }

    public required ImmutableArray<ResourceDefinition> Resources { get; init; }

    public required ImmutableArray<FunctionDefinition> Functions { get; init; }

    public string Repository => $"https://{RepositoryPath}";
}
