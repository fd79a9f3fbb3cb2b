namespace PulumiOvhOrder.Ovh.Http;

/// <summary>A service account's token: fetched by the first call, shared by all, and replaced shortly before it lapses.</summary>
/// <param name="fetch">Reads the token route.</param>
internal sealed class TokenSource(TimeProvider time, Func<CancellationToken, Task<OAuthToken>> fetch)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    private readonly SingleFlight<Lease> _fetch = new();
    private Lease? _lease;

    public async Task<Lease> GetAsync(CancellationToken cancellationToken)
    {
        var lease = Volatile.Read(ref _lease);
        return lease is not null && time.GetElapsedTime(lease.Since) < lease.UsableFor
            ? lease
            : await _fetch.RunAsync(FetchAsync, cancellationToken);
    }

    /// <summary>Forgets a token that the API refused, unless another call has replaced it already.</summary>
    public void Discard(Lease lease) => Interlocked.CompareExchange(ref _lease, null, lease);

    private async Task<Lease> FetchAsync(CancellationToken cancellationToken)
    {
        // From before the request: the token's life began while the answer travelled.
        var since = time.GetTimestamp();
        var token = await fetch(cancellationToken);
        var lifetime = token.ExpiresIn is { } seconds
            ? TimeSpan.FromSeconds((double)Math.Clamp(seconds, 0, (decimal)MaxLifetime.TotalSeconds))
            : UsualLifetime;
        var lease = new Lease(token.AccessToken, since, lifetime - (lifetime / 2 < Margin ? lifetime / 2 : Margin));
        Volatile.Write(ref _lease, lease);
        return lease;
    }

    internal sealed class Lease(Secret token, long since, TimeSpan usableFor)
    {
        public Secret Token { get; } = token;

        public long Since { get; } = since;

        public TimeSpan UsableFor { get; } = usableFor;
    }
}
