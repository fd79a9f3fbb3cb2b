using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>The steps that fill a cart with what is asked for.</summary>
internal sealed class CartSteps(OvhApi api, Account account, CartReader carts, OwnershipRegistry registry)
{
    /// <summary>Read beside the search for an earlier order, because a new cart and an order that is found both need it.</summary>
    public Task ReadAccountAsync(OrderRun run, CancellationToken cancellationToken) =>
        run.Request.OvhSubsidiary is null ? account.SubsidiaryAsync(cancellationToken) : Task.CompletedTask;

    public async Task CreateAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var subsidiary = run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
        var life = run.IsQuote ? PollingSchedule.QuoteCartLife : PollingSchedule.NewCartLife;

        // Its expiry tells since when others were looked for: another run may have ordered between that and now.
        var expires = CartTimes.Expiry(run.Knowledge.LookedAt ?? api.Time.GetTimestamp(), life, api.Time);
        var cart = await api.Carts.CreateAsync(new CartCreation(subsidiary, run.Request.Tag, expires), cancellationToken);
        if (!run.IsQuote)
        {
            registry.RecordCart(cart.CartId);
        }

        run.Ledger.Update((_, knowledge) => (
            new OrderFacts { CartId = cart.CartId, OvhSubsidiary = subsidiary, CartExpirationDate = cart.Expire },
            new RunKnowledge
            {
                Reconciled = true,
                CartMade = true,
                OrdersBefore = knowledge.OrdersBefore,
                Cart = new CartKnowledge { Assigned = api.IsAnonymous },
                ExpiryExtended = run.IsQuote,
            }));
    }

    /// <summary>A cart that is missing has expired or was deleted: a new one is created, unless it became an order.</summary>
    public async Task InspectAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (await carts.ReadAsync(run.CartId, run.Facts.CartExpirationDate, cancellationToken) is not { } contents)
        {
            if (run.Knowledge.CheckoutTried)
            {
                run.Ledger.Learn(k => k with { Cart = new CartKnowledge { ReadOnly = true } });
            }
            else
            {
                run.Ledger.Clear();
            }

            return;
        }

        registry.RecordCart(run.CartId);
        run.Ledger.Update((facts, knowledge) => contents.Record(facts, knowledge, isAssigned: api.IsAnonymous));
    }

    public async Task DiscardAsync(OrderRun run, CancellationToken cancellationToken)
    {
        await carts.DeleteAsync(run.CartId, cancellationToken);
        run.Ledger.Clear();
    }

    public async Task PrepareAsync(OrderRun run, OrderStep.Prepare step, CancellationToken cancellationToken)
    {
        var cart = run.CartId;
        await Task.WhenAll(step.Assign ? AssignAsync() : Task.CompletedTask, step.ReadOffers ? ReadOffersAsync() : Task.CompletedTask);

        async Task AssignAsync()
        {
            await carts.AssignAsync(cart, cancellationToken);
            run.Ledger.LearnOfCart(c => c with { Assigned = true });
        }

        async Task ReadOffersAsync()
        {
            if (run.Request.ForProject is { } project)
            {
                var chosen =
                    OfferSelection.Choose(run.Request, project, await api.Carts.ServiceOptionOffersAsync(project, cancellationToken));
                run.Ledger.Update((facts, knowledge) => CartContents.Match(facts, knowledge with { OffersRead = true }, chosen));
                return;
            }

            var subsidiary = run.Facts.OvhSubsidiary ?? run.Request.OvhSubsidiary ?? await account.SubsidiaryAsync(cancellationToken);
            var plan = run.Request.PlanCode ?? OfferSelection.DefaultPlan(subsidiary);
            var offers = api.Carts.OffersAsync(cart, run.Request.CatalogName, cancellationToken);
            var options = run.Request.Options.IsEmpty
                ? Task.FromResult<IReadOnlyList<OptionOffer>>([])
                : api.Carts.OptionOffersAsync(cart, plan, run.Request.CatalogName, cancellationToken);
            await Task.WhenAll(offers, options);
            var choice = OfferSelection.Choose(run.Request, plan, await offers, await options);
            run.Ledger.Update((facts, knowledge) => CartContents.Match(
                facts with { OvhSubsidiary = subsidiary }, knowledge with { OffersRead = true }, choice));
        }
    }

    public async Task RemoveItemsAsync(OrderRun run, OrderStep.RemoveItems step, CancellationToken cancellationToken)
    {
        foreach (var item in step.Items)
        {
            // An option goes with its item.
            await api.Carts.DeleteItemAsync(run.CartId, item, cancellationToken).IfThereAsync();
            run.Ledger.LearnOfCart(c => c.Changed() with { SurplusItems = c.SurplusItems.Remove(item) });
        }
    }

    public async Task AddItemAsync(OrderRun run, OrderStep.AddItem step, CancellationToken cancellationToken)
    {
        var (plan, duration, mode, quantity, catalog) = step.Settings;
        var item = await api.Carts.AddItemAsync(run.CartId, new NewItem(plan, duration, mode, quantity, catalog), cancellationToken);
        run.Ledger.Update(f => f with { Item = new PlacedItem(item.ItemId, step.Settings, []) });
        run.Ledger.LearnOfCart(c => c.Changed());
    }

    public async Task AddOptionAsync(OrderRun run, OrderStep.AddOption step, CancellationToken cancellationToken)
    {
        var (plan, duration, mode, quantity, catalog) = step.Settings;
        var item = await (run.Request.ForProject is { } project
            ? api.Carts.AddServiceOptionAsync(project, new NewServiceOption(run.CartId, plan, duration, mode, quantity), cancellationToken)
            : api.Carts.AddOptionAsync(run.CartId, new NewOption(run.Facts.Item!.Id, plan, duration, mode, quantity, catalog),
                cancellationToken));
        run.Ledger.Update(f => f with { Options = f.Options.SetItem(step.Index, new PlacedItem(item.ItemId, step.Settings, [])) });
        run.Ledger.LearnOfCart(c => c.Changed());
    }

    public async Task ReadRequirementsAsync(OrderRun run, CancellationToken cancellationToken)
    {
        await (run.Facts.Item is { } item
            ? ReadRequirementsAsync(run, item, run.Request.ItemConfiguration, option: null, cancellationToken)
            : Task.WhenAll(run.Facts.Options.Zip(run.Request.Options, (placed, option) =>
                ReadRequirementsAsync(run, placed!, option.Configuration, option.Place, cancellationToken))));
        run.Ledger.LearnOfCart(c => c with { RequirementsRead = true });
    }

    private async Task ReadRequirementsAsync(
        OrderRun run, PlacedItem item, IReadOnlyDictionary<string, string> configuration, int? option,
        CancellationToken cancellationToken) =>
        RequiredConfiguration.Check(configuration, await api.Carts.RequiredConfigurationAsync(run.CartId, item.Id, cancellationToken),
            option);

    /// <summary>A value that is not allowed is told as such, also where OVHcloud refuses it.</summary>
    public async Task ConfigureAsync(OrderRun run, OrderStep.Configure step, CancellationToken cancellationToken)
    {
        var requirements = step.WithRequirements ? ReadRequirementsAsync(run, cancellationToken) : Task.CompletedTask;
        await Task.WhenAll([requirements, .. step.Changes.Select(change => ChangeConfigurationAsync(run, change, cancellationToken))]);
    }

    private async Task ChangeConfigurationAsync(OrderRun run, ConfigurationChange change, CancellationToken cancellationToken)
    {
        foreach (var id in change.Remove)
        {
            await api.Carts.DeleteConfigurationAsync(run.CartId, change.Item, id, cancellationToken).IfThereAsync();
            Update(c => c.RemoveAll(x => x.Id == id));
        }

        if (change.Value is { } value)
        {
            var added = await api.Carts.AddConfigurationAsync(run.CartId, change.Item, new NewConfiguration(change.Label, value),
                cancellationToken);
            Update(c => c.Add(new PlacedConfiguration(added.Id, change.Label, value)));
        }

        void Update(Func<ImmutableArray<PlacedConfiguration>, ImmutableArray<PlacedConfiguration>> update)
        {
            run.Ledger.Update(f => f with { Item = Updated(f.Item), Options = [.. f.Options.Select(Updated)] });
            run.Ledger.LearnOfCart(c => c.Changed());

            PlacedItem? Updated(PlacedItem? item) =>
                item?.Id == change.Item ? item with { Configurations = update(item.Configurations) } : item;
        }
    }
}
