using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The steps up to the order: a cart that holds what is asked for, judged, and checked out.</summary>
internal sealed class CartSteps(OvhApi api, Account account, KnownOrders known, RivalRuns rivals, TimeProvider time)
{
    private const int MostSurprises = 6;

    public async Task CreateAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var subsidiary = run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
        var life = run.IsQuote ? Waits.QuoteCartLife : Waits.NewCartLife;
        var cart = await api.Carts.CreateAsync(new CartCreation(subsidiary, run.Request.Mark, time.GetUtcNow() + life), cancellationToken);
        if (!run.IsQuote)
        {
            known.Claim(cart.CartId, run.Request.Mark);
        }

        run.Ledger.Enter(p => p with
        {
            Cart = cart.CartId,
            OvhSubsidiary = subsidiary,
            CartExpirationDate = cart.Expire,
            CartInspected = true,
            CartAssigned = api.IsAnonymous,
            CartReadOnly = false,
            CartKept = run.IsQuote,
            Item = null,
            Options = [],
            Unwanted = [],
            RequirementsRead = false,
            Judged = false,
        });
    }

    /// <summary>Enters what the cart holds. A cart that is gone has expired, or somebody deleted it: a new one is made, unless it became an order.</summary>
    public async Task InspectAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var id = run.Cart;
        var content = await CartContent.ReadAsync(api, id, cancellationToken);
        if (content is null)
        {
            run.Ledger.Enter(p => p.CheckoutTried
                ? p with { CartInspected = true, CartReadOnly = true }
                : new OrderProgress { OvhSubsidiary = run.Request.OvhSubsidiary ?? p.OvhSubsidiary, Searched = run.IsQuote });
            return;
        }

        known.Claim(id, run.Request.Mark);
        var assigned = api.IsAnonymous || (!content.Cart.ReadOnly && await IsAssignedAsync(id, content.Cart, cancellationToken));
        run.Ledger.Enter(p => content.EnterInto(p) with { CartInspected = true, CartAssigned = assigned });
    }

    public async Task<bool> LooksCheckedOutAsync(OrderRun run, CancellationToken cancellationToken)
    {
        try
        {
            return (await api.Carts.GetAsync(run.Cart, cancellationToken)).ReadOnly;
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            return true;
        }
    }

    public async Task DiscardAsync(OrderRun run, CancellationToken cancellationToken)
    {
        await DeleteCartAsync(api, run.Cart, cancellationToken);
        run.Ledger.Enter(p => new OrderProgress { Searched = p.Searched });
    }

    public static async Task DeleteCartAsync(OvhApi api, CartId cart, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.DeleteAsync(cart, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            // Already gone is what was wanted, if it is gone. One that was never assigned is nobody's, and cannot be removed before it is.
            if (await CartContent.CartAsync(api, cart, cancellationToken) is null)
            {
                return;
            }

            try
            {
                await api.Carts.AssignAsync(cart, cancellationToken);
                await api.Carts.DeleteAsync(cart, cancellationToken);
            }
            catch (OvhApiException again) when (again.Outcome == CallOutcome.NotProcessed)
            {
                throw new OrderException($"cart {cart} could not be removed. Try again later", null, e);
            }
        }
    }

    public async Task PrepareAsync(OrderRun run, OrderStep.Prepare step, CancellationToken cancellationToken)
    {
        var cart = run.Cart;
        var assign = step.Assign ? AssignAsync() : Task.CompletedTask;
        var read = step.ReadOffers ? ReadOffersAsync() : Task.CompletedTask;
        await Task.WhenAll(assign, read);

        async Task AssignAsync()
        {
            await api.Carts.AssignAsync(cart, cancellationToken);
            run.Ledger.Enter(p => p with { CartAssigned = true });
        }

        async Task ReadOffersAsync()
        {
            var subsidiary = run.Ledger.Progress.OvhSubsidiary ?? run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
            var plan = run.Request.PlanCode ?? OfferSelection.DefaultPlan(subsidiary);
            var offers = api.Carts.OffersAsync(cart, cancellationToken);
            var options = run.Request.Options.IsEmpty
                ? Task.FromResult<IReadOnlyList<OptionOffer>>([])
                : api.Carts.OptionOffersAsync(cart, plan, cancellationToken);
            await Task.WhenAll(offers, options);
            var choice = OfferSelection.Choose(run.Request, plan, await offers, await options);
            run.Ledger.Enter(p => CartContent.Match(p with { Choice = choice, OvhSubsidiary = subsidiary }, choice));
        }
    }

    public async Task RemoveItemsAsync(OrderRun run, OrderStep.RemoveItems step, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items)
        {
            try
            {
                await api.Carts.DeleteItemAsync(run.Cart, item, cancellationToken);
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                // An option goes with its item.
            }

            run.Ledger.Enter(p => p with { Unwanted = p.Unwanted.Remove(item), Judged = false });
        }
    }

    public async Task AddItemAsync(OrderRun run, OrderStep.AddItem step, CancellationToken cancellationToken)
    {
        var (plan, duration, mode, quantity) = step.Settings;
        var item = await api.Carts.AddItemAsync(run.Cart, new NewItem(plan, duration, mode, quantity), cancellationToken);
        run.Ledger.Enter(p => p with { Item = new PlacedItem(item.ItemId, step.Settings, []), Judged = false });
    }

    public async Task AddOptionAsync(OrderRun run, OrderStep.AddOption step, CancellationToken cancellationToken)
    {
        var (plan, duration, mode, quantity) = step.Settings;
        var parent = run.Ledger.Progress.Item!.Id;
        var item = await api.Carts.AddOptionAsync(run.Cart, new NewOption(parent, plan, duration, mode, quantity), cancellationToken);
        run.Ledger.Enter(p => p with
        {
            Options = CartContent.Resize(p.Options, step.Index + 1).SetItem(step.Index, new PlacedItem(item.ItemId, step.Settings, [])),
            Judged = false,
        });
    }

    public async Task ReadBackAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var item = run.Ledger.Progress.Item!.Id;
        var readBack = api.Carts.GetItemAsync(run.Cart, item, cancellationToken);
        var required = api.Carts.RequiredConfigurationAsync(run.Cart, item, cancellationToken);
        await Task.WhenAll(readBack, required);
        RequiredConfiguration.Check(run.Request, await required);
        var settings = CartContent.SettingsOf(await readBack);
        run.Ledger.Enter(p => p with { RequirementsRead = true, Item = p.Item! with { Settings = settings ?? p.Item.Settings } });
    }

    public async Task ConfigureAsync(OrderRun run, OrderStep.Configure step, CancellationToken cancellationToken) =>
        await Task.WhenAll(step.Changes.Select(change => ChangeConfigurationAsync(run, change, cancellationToken)));

    /// <summary>
    /// Asks the API to judge the cart, and beside it makes sure that no other run has made a cart for the same resource meanwhile, and that
    /// the cart outlives an interruption: it is what leads the next run to the order.
    /// </summary>
    public async Task JudgeAsync(OrderRun run, OrderStep.Judge step, CancellationToken cancellationToken)
    {
        var cart = run.Cart;
        var judged = api.IsAnonymous ? api.Carts.SummaryAsync(cart, cancellationToken) : api.Carts.JudgeAsync(cart, cancellationToken);
        var keep = step.Keep ? KeepAsync() : Task.CompletedTask;
        var alone = run.IsQuote ? Task.CompletedTask : rivals.RefuseAsync(run, keep, cancellationToken);
        var orders = run.Goal == OrderGoal.Cart || run.Ledger.Progress.OrdersBefore is not null ? Task.CompletedTask : ListOrdersAsync();
        await Task.WhenAll(alone, judged, keep, orders);
        if (Strangers(run, await judged).Union(Missing(run, await judged)) is { IsEmpty: false } surprises)
        {
            // Somebody else changes this cart as well: what it holds is looked at, and made what was asked for.
            if (run.Ledger.Progress.Strangers.Count > MostSurprises)
            {
                throw new OrderException($"cart {cart} changes while it is being filled: another run, or somebody else, is at work on it. Nothing was ordered; wait for that to end and run `pulumi up` again");
            }

            run.Ledger.Enter(p => p with { CartInspected = false, Strangers = p.Strangers.Union(surprises) });
            return;
        }

        var quote = Quotes.From(await judged);
        run.Ledger.Enter(p => p with { Quote = quote });
        if (run.Goal != OrderGoal.Cart)
        {
            PriceCeiling.Check(run.Request, quote, "the order would cost", "Nothing is ordered");
        }

        if (run is { Goal: not OrderGoal.Cart, Request.Payment: PaymentKind.Automatic } && quote.Prices.WithTax > 0)
        {
            await account.DefaultPaymentMethodAsync(cancellationToken);
        }

        run.Ledger.Enter(p => p with { Judged = true });

        async Task ListOrdersAsync()
        {
            var before = (await CloudOrders.ListAsync(api, cancellationToken)).Select(o => o.OrderId).ToImmutableHashSet();
            run.Ledger.Enter(p => p with { OrdersBefore = before });
        }

        async Task KeepAsync()
        {
            var kept = await api.Carts.UpdateAsync(cart, new CartUpdate(run.Request.Mark, time.GetUtcNow() + Waits.KeptCartLife), cancellationToken);
            run.Ledger.Enter(p => p with { CartKept = true, CartExpirationDate = kept.Expire ?? p.CartExpirationDate });
        }
    }

    public async Task CheckoutAsync(OrderRun run, CancellationToken cancellationToken)
    {
        using var checkout = await known.EnterCheckoutAsync(cancellationToken);

        // In doubt from here on: whatever ends this call, even Ctrl-C, may end it after the order was placed.
        run.Ledger.Enter(p => p.Doubting(new OrderStep.Checkout()) with { CheckoutTried = true });
        var request = new CheckoutRequest(AutoPayWithPreferredPaymentMethod: null, run.Request.WaiveRetractationPeriod ? true : null);
        var order = await api.Carts.CheckoutAsync(run.Cart, request, cancellationToken);
        if (order.OrderId is not { Value: > 0 } id)
        {
            // The cart tells: it is looked at next, as after a lost answer.
            return;
        }

        known.Claim(id, run.Request.Mark);
        var strangers = Strangers(run, order);
        run.Ledger.Enter(p => p with
        {
            Order = id,
            OrderUrl = order.Url?.Reveal(),
            Status = OrderStatus.NotPaid,
            Quote = order.Prices is null ? null : Quotes.From(order),
            CartReadOnly = true,
        });
        if (!strangers.IsEmpty)
        {
            throw CartContent.TooMuch(id);
        }
    }

    /// <summary>Items that the answer names and that this run did not put there, unless they were looked for before.</summary>
    private static ImmutableHashSet<ItemId> Strangers(OrderRun run, Order answer) => [.. Named(answer).Except(Ours(run)).Except(run.Ledger.Progress.Strangers)];

    /// <summary>Items that this run put there and that the answer, which names others, does not name, unless they were looked for before.</summary>
    private static ImmutableHashSet<ItemId> Missing(OrderRun run, Order answer) =>
        Named(answer) is [_, ..] named ? [.. Ours(run).Except(named).Except(run.Ledger.Progress.Strangers)] : [];

    private static ImmutableArray<ItemId> Named(Order answer) => [.. answer.Details.Select(d => d.CartItemId).OfType<ItemId>()];

    private static ImmutableArray<ItemId> Ours(OrderRun run) => [.. run.Ledger.Progress.Options.Append(run.Ledger.Progress.Item).Select(i => i?.Id).OfType<ItemId>()];

    private async Task ChangeConfigurationAsync(OrderRun run, ConfigurationChange change, CancellationToken cancellationToken)
    {
        foreach (var id in change.Remove)
        {
            try
            {
                await api.Carts.DeleteConfigurationAsync(run.Cart, change.Item, id, cancellationToken);
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                // Already gone is what was wanted.
            }

            Enter(c => c.RemoveAll(x => x.Id == id));
        }

        if (change.Value is { } value)
        {
            var added = await api.Carts.AddConfigurationAsync(run.Cart, change.Item, new NewConfiguration(change.Label, value), cancellationToken);
            Enter(c => c.Add(new PlacedConfiguration(added.Id, change.Label, value)));
        }

        void Enter(Func<ImmutableArray<PlacedConfiguration>, ImmutableArray<PlacedConfiguration>> update) => run.Ledger.Enter(p => p with
        {
            Item = p.Item!.Id == change.Item ? p.Item with { Configurations = update(p.Item.Configurations) } : p.Item,
            Options = [.. p.Options.Select(o => o?.Id == change.Item ? o with { Configurations = update(o.Configurations) } : o)],
            Judged = false,
        });
    }

    private async Task<bool> IsAssignedAsync(CartId id, Cart cart, CancellationToken cancellationToken) =>
        (await api.Carts.ListAsync(cart.Description, cancellationToken)).Contains(id);
}
