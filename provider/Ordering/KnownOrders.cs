using System.Collections.Concurrent;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// What this process knows of carts and orders: which ones the engine showed in its state (a Create for the same resource then is a
/// replacement, and must not take them for an interrupted run of its own), which ones it made itself, and which are safely in the state.
/// </summary>
internal sealed class KnownOrders(TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(string Mark, ResourceId Id), OrderId?> _inState = new();
    private readonly ConcurrentDictionary<(string Mark, OrderId Order), DateTimeOffset> _takenOver = new();
    private readonly ConcurrentDictionary<OrderId, string> _claims = new();
    private readonly ConcurrentDictionary<CartId, string> _carts = new();
    private readonly ConcurrentDictionary<CartId, SettledCart> _settled = new();
    private readonly long _started = time.GetTimestamp();
    private readonly SemaphoreSlim _search = new(1, 1);
    private readonly Lock _lock = new();
    private int _checkouts;
    private TaskCompletionSource _noCheckouts = CompletedSource();

    /// <summary>Orders of an interrupted run are older than this.</summary>
    public DateTimeOffset Started => time.GetUtcNow() - time.GetElapsedTime(_started);

    /// <summary>A cart that was checked out was seen in a list: this API does not hide them.</summary>
    public bool AreCheckedOutCartsListed { get; set; }

    public void SawInState(string mark, OrderProgress progress)
    {
        if (progress.Cart is { } cart)
        {
            _inState.AddOrUpdate((mark, new ResourceId.Cart(cart)), progress.Order, (_, known) => progress.Order ?? known);
        }

        if (progress.Order is { } order)
        {
            _inState[(mark, new ResourceId.Order(order))] = order;
            if (progress.TakenOver is { } when)
            {
                TakeOver(mark, order, when);
            }
        }
    }

    /// <summary>The state has anything of this resource.</summary>
    public bool IsInState(string mark) => _inState.Keys.Any(k => k.Mark == mark);

    public bool IsInState(string mark, CartId cart) => _inState.ContainsKey((mark, new ResourceId.Cart(cart)));

    public bool IsInState(string mark, OrderId order) => _inState.ContainsKey((mark, new ResourceId.Order(order)));

    /// <summary>The order that the state says a cart became; null where it says none.</summary>
    public OrderId? OrderInState(string mark, CartId cart) => _inState.GetValueOrDefault((mark, new ResourceId.Cart(cart)));

    /// <summary>A Create, of this process or of one before, took the order for the remains of an interrupted run after that, and goes on with it.</summary>
    /// <param name="since">When whoever asks took it over; null where it placed it.</param>
    public bool IsTakenOver(string mark, OrderId order, DateTimeOffset? since) => _takenOver.TryGetValue((mark, order), out var when) && (since is null || since < when);

    public void TakeOver(string mark, OrderId order, DateTimeOffset when) => _takenOver.AddOrUpdate((mark, order), when, (_, known) => known > when ? known : when);

    public void Claim(CartId cart, string mark) => _carts[cart] = mark;

    public bool IsOurs(CartId cart) => _carts.ContainsKey(cart);

    public void Claim(OrderId order, string mark) => _claims[order] = mark;

    public bool IsClaimedByAnother(OrderId order, string mark) => (_claims.TryGetValue(order, out var owner) && owner != mark)
        || _inState.Keys.Any(k => k.Mark != mark && k.Id is ResourceId.Order { Value: var other } && other == order);

    /// <summary>The resource was returned to the engine: its cart's mark has served.</summary>
    public void Settle(CartId cart, string mark, OrderId order) => _settled[cart] = new SettledCart(cart, mark, order);

    public IReadOnlyCollection<SettledCart> TakeSettled()
    {
        var settled = _settled.ToArray();
        foreach (var entry in settled)
        {
            _settled.TryRemove(entry);
        }

        return [.. settled.Select(s => s.Value)];
    }

    /// <summary>Held while a checkout is under way. Many may be, but none while somebody looks for an order whose number was lost.</summary>
    public async Task<IDisposable> EnterCheckoutAsync(CancellationToken cancellationToken)
    {
        await _search.WaitAsync(cancellationToken);
        lock (_lock)
        {
            if (_checkouts++ == 0)
            {
                _noCheckouts = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        _search.Release();
        return new Leaving(LeaveCheckout);
    }

    /// <summary>Held while an order is looked for: every order that this process placed is claimed by then.</summary>
    public async Task<IDisposable> EnterSearchAsync(CancellationToken cancellationToken)
    {
        await _search.WaitAsync(cancellationToken);
        try
        {
            Task quiet;
            lock (_lock)
            {
                quiet = _noCheckouts.Task;
            }

            await quiet.WaitAsync(cancellationToken);
        }
        catch
        {
            _search.Release();
            throw;
        }

        return new Leaving(() => _search.Release());
    }

    public void Dispose() => _search.Dispose();

    private void LeaveCheckout()
    {
        lock (_lock)
        {
            if (--_checkouts == 0)
            {
                _noCheckouts.SetResult();
            }
        }
    }

    private static TaskCompletionSource CompletedSource()
    {
        var source = new TaskCompletionSource();
        source.SetResult();
        return source;
    }

    private sealed class Leaving(Action leave) : IDisposable
    {
        private Action? _leave = leave;

        public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
    }
}

/// <summary>The cart of an order that the engine was told of.</summary>
internal sealed record SettledCart(CartId Cart, string Mark, OrderId Order);
