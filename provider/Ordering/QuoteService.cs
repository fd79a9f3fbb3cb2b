using System.Collections.Concurrent;
using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Says what an order would cost, by building its cart, having it judged, and taking it down again. Without credentials nobody can take a
/// cart down, so it is made to live for minutes. Equal quotes share one cart, however many ask.
/// </summary>
internal sealed class QuoteService(OvhApi api, Account account, OrderWorkflow workflow, TimeProvider time)
{
    private static readonly TimeSpan CleaningTime = TimeSpan.FromSeconds(5);

    /// <summary>Stands in where the project's name is not known: no price depends on it.</summary>
    public const string NoDescription = "quote";

    private readonly ConcurrentDictionary<QuoteKey, Lazy<Task<OrderProgress>>> _quotes = new();

    /// <returns>The progress of the quote's cart: what the offers decided, and the quote.</returns>
    /// <exception cref="OrderException">It cannot be ordered like this.</exception>
    /// <exception cref="OvhApiException">The API refused, or did not answer.</exception>
    public async Task<OrderProgress> QuoteAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        var key = QuoteKey.Of(request);
        while (true)
        {
            var shared = _quotes.GetOrAdd(key, _ => new Lazy<Task<OrderProgress>>(() => MakeAsync(request, cancellationToken)));
            try
            {
                return await shared.Value.WaitAsync(cancellationToken);
            }
            catch (Exception e)
            {
                _quotes.TryRemove(new KeyValuePair<QuoteKey, Lazy<Task<OrderProgress>>>(key, shared));
                if (e is not OperationCanceledException || cancellationToken.IsCancellationRequested)
                {
                    throw;
                }

                // Whoever asked first was stopped; this call was not.
            }
        }
    }

    private async Task<OrderProgress> MakeAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        var ledger = new OrderLedger(new OrderProgress { Searched = true });
        var quote = request with { Mark = CartMark.Quote, MaxPrice = null, AdoptEarlierOrders = false };
        try
        {
            await workflow.RunAsync(new OrderRun(quote, OrderGoal.Cart, ledger, NoListener.Instance) { IsQuote = true }, cancellationToken);
            return ledger.Progress;
        }
        finally
        {
            await TakeDownAsync(ledger.Progress);
        }
    }

    /// <summary>What is offered; asked of a temporary cart as well.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(string? subsidiary, CancellationToken cancellationToken)
    {
        var cart = await api.Carts.CreateAsync(
            new CartCreation(subsidiary ?? await account.SubsidiaryAsync(cancellationToken), CartMark.Quote, time.GetUtcNow() + Waits.QuoteCartLife), cancellationToken);
        try
        {
            // A cart that is not the account's cannot be taken down.
            var assign = api.IsAnonymous ? Task.CompletedTask : api.Carts.AssignAsync(cart.CartId, cancellationToken);
            var offers = api.Carts.OffersAsync(cart.CartId, cancellationToken);
            await Task.WhenAll(assign, offers);
            return await offers;
        }
        finally
        {
            await TakeDownAsync(new OrderProgress { Cart = cart.CartId });
        }
    }

    private async Task TakeDownAsync(OrderProgress progress)
    {
        if (progress.Cart is not { } cart || api.IsAnonymous)
        {
            return;
        }

        using var limit = new CancellationTokenSource(CleaningTime, time);
        try
        {
            await CartSteps.DeleteCartAsync(api, cart, limit.Token);
        }
        catch (Exception e) when (e is OvhApiException or OperationCanceledException)
        {
            // A quote is not worth an error for a cart that expires in minutes by itself.
        }
    }

    private sealed record QuoteKey(
        string? Subsidiary, string? Plan, string? Duration, string? Mode, long Quantity, string? Voucher, string Configuration, string Options)
    {
        public static QuoteKey Of(OrderRequest request) => new(
            request.OvhSubsidiary, request.PlanCode, request.Duration, request.PricingMode, request.Quantity ?? 1, request.Voucher,
            Text(request.Configuration),
            string.Join('\n', request.Options.Select(o => $"{o.PlanCode}\0{o.Duration}\0{o.PricingMode}\0{o.Quantity ?? 1}\0{Text(o.Configuration)}")));

        private static string Text(ImmutableSortedDictionary<string, string> map) => string.Join('\u0001', map.Select(e => $"{e.Key}\u0002{e.Value}"));
    }

    private sealed class NoListener : IOrderListener
    {
        public static NoListener Instance { get; } = new();

        public Task StatusAsync(string message) => Task.CompletedTask;

        public Task WarnAsync(string message) => Task.CompletedTask;
    }
}
