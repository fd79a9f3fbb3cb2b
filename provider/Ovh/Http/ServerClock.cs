namespace PulumiOvhOrder.Ovh.Http;

/// <summary>The API's clock as an offset from ours: signatures carry a timestamp, and machines' clocks are off.</summary>
/// <param name="ask">Reads <c>GET /auth/time</c>.</param>
internal sealed class ServerClock(TimeProvider time, Func<CancellationToken, Task<ApiTime>> ask)
{
    /// <summary>Below this the difference is rounding and travel time, and no reason for a refusal.</summary>
    private static readonly TimeSpan Noise = TimeSpan.FromSeconds(2);

    /// <summary>Most machines' clocks are right: only a refusal is a reason to ask.</summary>
    private static readonly Offset None = new(TimeSpan.Zero);

    private readonly SingleFlight<Offset> _sync = new();
    private Offset? _offset;

    public Offset Current => Volatile.Read(ref _offset) ?? None;

    public long Timestamp(Offset offset) => (time.GetUtcNow() + offset.FromOurs).ToUnixTimeSeconds();

    /// <summary>Asks, and says whether the clocks are apart by other than <paramref name="used"/>: that explains a refusal.</summary>
    public async Task<bool> HasDriftedAsync(Offset used, CancellationToken cancellationToken)
    {
        var current = Volatile.Read(ref _offset);
        if (current is null || ReferenceEquals(current, used))
        {
            current = await SyncAsync(cancellationToken);
        }

        return (current.FromOurs - used.FromOurs).Duration() >= Noise;
    }

    private Task<Offset> SyncAsync(CancellationToken cancellationToken) => _sync.RunAsync(
        async token =>
        {
            var theirs = await ask(token);
            var offset = new Offset(theirs.Now - time.GetUtcNow());
            Volatile.Write(ref _offset, offset);
            return offset;
        },
        cancellationToken);

    /// <summary>A class, so that a reader sees whether another call has asked meanwhile.</summary>
    internal sealed class Offset(TimeSpan fromOurs)
    {
        public TimeSpan FromOurs { get; } = fromOurs;
    }
}
