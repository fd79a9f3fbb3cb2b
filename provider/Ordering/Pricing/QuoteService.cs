using System.Collections.Concurrent;
using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>A plan with the options that can be ordered with it.</summary>
internal sealed record PlanOffer(Offer Plan, IReadOnlyList<OptionOffer> Options);

/// <summary>
/// Tells what an order would cost: it builds the order's cart, previews its checkout, and deletes the cart. Without credentials a cart
/// cannot be deleted, so it is created to expire within minutes. Equal quotes share one cart.
/// </summary>
internal sealed class QuoteService(OvhApi api, Account account, OrderWorkflow workflow, CartReader carts)
{
    /// <summary>Stands in where the project's name is not known: no price depends on it.</summary>
    public const string NoDescription = "quote";

    private readonly ConcurrentDictionary<QuoteKey, Lazy<Task<OrderFacts>>> _quotes = new();

    /// <returns>The facts of the quote's cart: what the offers decided, and the quote.</returns>
    /// <exception cref="OrderException">It cannot be ordered like this.</exception>
    /// <exception cref="OvhApiException">The API refused, or did not answer.</exception>
    public async Task<OrderFacts> QuoteAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        var key = QuoteKey.Of(request);
        while (true)
        {
            var shared = _quotes.GetOrAdd(key, _ => new Lazy<Task<OrderFacts>>(() => MakeAsync(request, cancellationToken)));
            try
            {
                return await shared.Value.WaitAsync(cancellationToken);
            }
            catch (Exception e)
            {
                _quotes.TryRemove(new KeyValuePair<QuoteKey, Lazy<Task<OrderFacts>>>(key, shared));
                if (e is not OperationCanceledException || cancellationToken.IsCancellationRequested)
                {
                    throw;
                }

                // The first caller was stopped; this call was not.
            }
        }
    }

    private async Task<OrderFacts> MakeAsync(OrderRequest request, CancellationToken cancellationToken)
    {
        var ledger = new OrderLedger(new OrderFacts());
        var quote = request with
        {
            Tag = request.ForProject is { } project ? CartTag.ForOptions(CartTag.Quote, project) : CartTag.Quote,
            MaxPrice = null,
            AdoptEarlierOrders = false,
        };
        try
        {
            await workflow.RunAsync(new OrderRun(quote, OrderGoal.Cart, ledger, NoListener.Instance) { IsQuote = true }, cancellationToken);
            return ledger.Facts;
        }
        finally
        {
            await DeleteAsync(ledger.Facts.CartId);
        }
    }

    /// <summary>What is offered, with the options of each plan; asked of a temporary cart as well.</summary>
    /// <param name="plan">Only this plan; null: all of them.</param>
    public async Task<ImmutableArray<PlanOffer>> OffersAsync(string? subsidiary, string? plan, CancellationToken cancellationToken)
    {
        var cart = await api.Carts.CreateAsync(
            new CartCreation(
                subsidiary ?? await account.SubsidiaryAsync(cancellationToken), CartTag.Quote,
                api.Time.GetUtcNow() + PollingSchedule.QuoteCartLife),
            cancellationToken);
        try
        {
            // A cart that is not the account's cannot be deleted.
            var assign = api.IsAnonymous ? Task.CompletedTask : api.Carts.AssignAsync(cart.CartId, cancellationToken);
            var offers = api.Carts.OffersAsync(cart.CartId, catalogName: null, cancellationToken);
            await Task.WhenAll(assign, offers);
            return
            [
                .. await Task.WhenAll((await offers).Where(o => plan is null || o.PlanCode == plan)
                    .Select(async o => new PlanOffer(o, await OptionsAsync(cart.CartId, o.PlanCode, cancellationToken)))),
            ];
        }
        finally
        {
            await DeleteAsync(cart.CartId);
        }
    }

    /// <summary>A plan of the list that has no options may not be known to the route that lists them.</summary>
    private async Task<IReadOnlyList<OptionOffer>> OptionsAsync(CartId cart, string plan, CancellationToken cancellationToken) =>
        await api.Carts.OptionOffersAsync(cart, plan, catalogName: null, cancellationToken).OrNullIfMissingAsync() ?? [];

    /// <summary>A quote is not worth an error for a cart that expires in minutes by itself.</summary>
    private Task DeleteAsync(CartId? id) => id is { } cart && !api.IsAnonymous ? carts.TryDeleteAsync(cart) : Task.CompletedTask;

    private sealed record QuoteKey(
        ProjectId? ForProject, string? Subsidiary, string? Plan, string? Duration, string? Mode, long Quantity, string? Catalog,
        string? Voucher, string Configuration, string Options)
    {
        public static QuoteKey Of(OrderRequest request) => new(
            request.ForProject, request.OvhSubsidiary, request.PlanCode, request.Duration, request.PricingMode, request.Quantity ?? 1,
            request.CatalogName, request.Voucher, Text(request.Configuration), string.Join('\n', request.Options.Select(Text)));

        private static string Text(OptionRequest option) =>
            $"{option.PlanCode}\0{option.Duration}\0{option.PricingMode}\0{option.Quantity ?? 1}\0{Text(option.Configuration)}";

        private static string Text(ImmutableSortedDictionary<string, string> map) =>
            string.Join('\u0001', map.Select(e => $"{e.Key}\u0002{e.Value}"));
    }

    private sealed class NoListener : IOrderListener
    {
        public static NoListener Instance { get; } = new();

        public Task OnActivityAsync(OrderActivity activity) => Task.CompletedTask;

        public Task OnNoticeAsync(OrderNotice notice) => Task.CompletedTask;
    }
}
