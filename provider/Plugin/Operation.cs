using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>One call under way: whose it is, how it is stopped, and how the user is spoken to meanwhile.</summary>
internal sealed class Operation(IEngine engine, Urn? urn, CancellationToken cancellationToken, SecretMask? secrets = null)
{
    public Urn? Urn { get; } = urn;

    /// <summary>Ends when the engine gives the call up, or tells the provider to stop.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>A lasting line under the resource.</summary>
    public Task InfoAsync(string message) => LogAsync(EngineSeverity.Info, message, ephemeral: false);

    /// <summary>A lasting line under the resource: a person should act, or know.</summary>
    public Task WarnAsync(string message) => LogAsync(EngineSeverity.Warning, message, ephemeral: false);

    /// <summary>The status column, while the operation runs.</summary>
    public Task StatusAsync(string message) => LogAsync(EngineSeverity.Info, message, ephemeral: true);

    /// <summary>Texts that are answered, without secrets.</summary>
    public ImmutableArray<CheckFailure> Masked(ImmutableArray<CheckFailure> failures) => secrets?.Apply(failures) ?? failures;

    private Task LogAsync(EngineSeverity severity, string message, bool ephemeral) =>
        engine.LogAsync(severity, Urn, secrets?.Apply(message) ?? message, ephemeral);
}
