using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.LocalEngine.State;

/// <summary>Seconds; zero leaves the time to the provider.</summary>
internal sealed record CustomTimeouts(double Create, double Update, double Delete);

/// <summary>One resource of a stack. Two states are the same only when they are the same object: old and new may look alike.</summary>
internal sealed record ResourceState
{
    /// <summary>What the engine writes where an id isn't known yet.</summary>
    public const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    public required string Urn { get; init; }

    /// <summary>Replaced, and to be deleted.</summary>
    public bool Delete { get; init; }

    /// <summary>Null while unknown, in a preview.</summary>
    public string? Id { get; init; }

    public required string Type { get; init; }

    public Map Inputs { get; init; } = Map.Empty;

    public Map Outputs { get; init; } = Map.Empty;

    public string? Parent { get; init; }

    /// <summary><c>URN::ID</c> of the provider resource; null for providers and the stack.</summary>
    public string? Provider { get; init; }

    public bool Taint { get; init; }

    /// <summary>Only read, never changed.</summary>
    public bool External { get; init; }

    /// <summary>Already deleted, and to be created again.</summary>
    public bool PendingReplacement { get; init; }

    public bool RefreshBeforeUpdate { get; init; }

    public ImmutableArray<string> InitErrors { get; init; } = [];

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableSortedSet<string>> PropertyDependencies { get; init; }
        = ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty;

    // What the program says about the resource beside its properties, as far as the state keeps it.
    public bool Protect { get; init; }

    public bool RetainOnDelete { get; init; }

    [JsonPropertyName("importID")]
    public string? ImportId { get; init; }

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public CustomTimeouts? CustomTimeouts { get; init; }

    public string Name => new Urn(Urn).Name;

    public bool IsProvider => Type.StartsWith(ResourceTypes.ProviderPrefix, StringComparison.Ordinal);

    /// <summary>The default provider is the engine's own affair and isn't shown.</summary>
    public bool IsDefaultProvider => IsProvider && Parent is null;

    public string Reference => $"{Urn}::{Id ?? UnknownId}";

    public bool DependsOn(ResourceState other) => Dependencies.Contains(other.Urn) || Parent == other.Urn || Provider == other.Reference
        || PropertyDependencies.Values.Any(d => d.Contains(other.Urn));

    public bool Equals(ResourceState? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
