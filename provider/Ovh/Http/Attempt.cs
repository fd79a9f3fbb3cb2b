namespace PulumiOvhOrder.Ovh.Http;

/// <summary>What the handlers of the chain know about the call that a request belongs to.</summary>
internal sealed class Attempt(Route route, bool expectsAnswer)
{
    private static readonly HttpRequestOptionsKey<Attempt> Key = new(nameof(Attempt));

    public Route Route { get; } = route;

    /// <summary>Whether a success without a body is as good as no answer.</summary>
    public bool ExpectsAnswer { get; } = expectsAnswer;

    /// <summary>The first is 1.</summary>
    public int Number { get; set; }

    /// <summary>Whether this attempt's request was handed to the socket: before that, nothing can have been processed.</summary>
    public bool IsSent { get; set; }

    public static Attempt Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var attempt)
            ? attempt
            : throw new InvalidOperationException("The request belongs to no call.");

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);
}
