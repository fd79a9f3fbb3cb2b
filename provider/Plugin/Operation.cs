using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin;

/// <summary>One call under way: whose it is, how it is stopped, and how the user is spoken to meanwhile.</summary>
internal sealed class Operation(IEngine engine, Urn? urn, CancellationToken cancellationToken)
{
    public Urn? Urn { get; } = urn;

    /// <summary>Ends when the engine gives the call up, or tells the provider to stop.</summary>
    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>A lasting line under the resource.</summary>
    public Task InfoAsync(string message) => engine.LogAsync(EngineSeverity.Info, Urn, message, ephemeral: false, CancellationToken.None);

    /// <summary>A lasting line under the resource: a person should act, or know.</summary>
    public Task WarnAsync(string message) => engine.LogAsync(EngineSeverity.Warning, Urn, message, ephemeral: false, CancellationToken.None);

    /// <summary>The status column, while the operation runs.</summary>
    public Task StatusAsync(string message) => engine.LogAsync(EngineSeverity.Info, Urn, message, ephemeral: true, CancellationToken.None);
}
