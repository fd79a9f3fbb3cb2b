using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What a cart holds: one project with its options, or options alone, as its tag says; everything else in it is surplus.</summary>
internal sealed record CartContents(Cart Cart, PlacedItem? Project, ImmutableArray<PlacedItem?> Options, ImmutableArray<ItemId> Surplus,
    int TopItems, int ChildItems)
{
    /// <param name="items">Every item of the cart, with its configurations.</param>
    public static CartContents Of(Cart cart, IReadOnlyCollection<(CartItem Item, ImmutableArray<PlacedConfiguration> Configurations)> items)
    {
        var placed = items.OrderBy(i => i.Item.ItemId.Value).ToDictionary(
            i => i.Item, i => SettingsOf(i.Item) is { } settings ? new PlacedItem(i.Item.ItemId, settings, i.Configurations) : null);
        if (CartTag.IsOfOptions(cart.Description))
        {
            return new CartContents(
                cart, null, [.. placed.Values.OfType<PlacedItem>()], [.. placed.Where(i => i.Value is null).Select(i => i.Key.ItemId)], 0,
                items.Count);
        }

        var project = placed.FirstOrDefault(i => i.Key.ParentItemId is null && i.Value is not null).Value;
        var options = placed.Where(i => i.Value is not null && project is not null && i.Key.ParentItemId == project.Id).Select(i => i.Value)
            .ToImmutableArray();
        var kept = options.Add(project).Select(o => o?.Id).ToHashSet();
        return new CartContents(
            cart, project, options, [.. items.Select(i => i.Item.ItemId).Where(id => !kept.Contains(id))],
            items.Count(i => i.Item.ParentItemId is null), items.Count(i => i.Item.ParentItemId is not null));
    }

    /// <summary>What is bought: the project's plan; of options alone, all their plans.</summary>
    public string? Plan =>
        IsOfOptions ? PlansOf(Options.OfType<PlacedItem>().Select(o => o.Settings.PlanCode)) : Project?.Settings.PlanCode;

    /// <summary>Null where it has none; options alone never have one.</summary>
    public string? Description => IsOfOptions ? "" : Project?.Value(Labels.Description);

    /// <summary>It does not tell what it holds, or held.</summary>
    public bool IsUntold => TopItems == 0 && ChildItems == 0;

    private bool IsOfOptions => CartTag.IsOfOptions(Cart.Description);

    /// <summary>One text for the same plans, in whatever order.</summary>
    public static string PlansOf(IEnumerable<string> plans) => string.Join(' ', plans.Distinct().Order(StringComparer.Ordinal));

    /// <summary>Another run, or a call of this one that was processed late, added something.</summary>
    public bool HoldsMoreThan(OrderRequest request) => TopItems > 1 || ChildItems > request.Options.Length;

    /// <summary>A cart that was checked out may not tell any more what it held: then it held what is known of it.</summary>
    public CartContents OrKnown(OrderFacts facts)
    {
        if (!Cart.ReadOnly || !IsUntold)
        {
            return this;
        }

        return this with
        {
            Project = facts.Item,
            Options = facts.Options,
            TopItems = facts.Item is null ? 0 : 1,
            ChildItems = facts.Options.Length,
        };
    }

    /// <summary>An open cart without a price may have been asked to live on by a run that was not found to be the only one.</summary>
    public DateTimeOffset? ExpiryFor(OrderFacts facts) => facts is { Quote: null, CartExpirationDate: { } made } && !Cart.ReadOnly
        ? made
        : Cart.Expire ?? facts.CartExpirationDate;

    /// <summary>What was read takes the place of what was known.</summary>
    public (OrderFacts Facts, RunKnowledge Knowledge) Record(OrderFacts facts, RunKnowledge knowledge, bool isAssigned)
    {
        var held = OrKnown(facts);
        var project = held.Project?.WithCatalogOf(facts.Item?.Id == held.Project.Id ? facts.Item : null);
        facts = facts with
        {
            CartExpirationDate = ExpiryFor(facts),
            Item = project,
            Options = [.. held.Options.Select(o => o?.WithCatalogOf(project))],
        };
        var cart = new CartKnowledge { Assigned = isAssigned, ReadOnly = Cart.ReadOnly, SurplusItems = Surplus };
        return knowledge.OffersRead && facts.Choice is { } choice && !Cart.ReadOnly
            ? Match(facts, knowledge with { Cart = cart }, choice)
            : (facts, knowledge with { Cart = cart });
    }

    /// <summary>Puts what is placed in the order of what is wanted; what does not match is surplus.</summary>
    public static (OrderFacts Facts, RunKnowledge Knowledge) Match(OrderFacts facts, RunKnowledge knowledge, OfferChoice choice)
    {
        var placed = facts.Options.OfType<PlacedItem>().ToList();
        if (facts.Item?.Settings != choice.Item)
        {
            var wrong = placed.Append(facts.Item).OfType<PlacedItem>();
            return (
                facts with { Item = null, Options = [.. choice.Options.Select(_ => (PlacedItem?)null)], Choice = choice },
                WithSurplus(knowledge, wrong));
        }

        var options = ImmutableArray.CreateBuilder<PlacedItem?>();
        foreach (var wanted in choice.Options)
        {
            var match = placed.Find(o => o.Settings == wanted);
            options.Add(match);
            if (match is not null)
            {
                placed.Remove(match);
            }
        }

        return (facts with { Options = options.ToImmutable(), Choice = choice }, WithSurplus(knowledge, placed));
    }

    /// <returns>Null where the item does not tell what it is.</returns>
    private static ItemSettings? SettingsOf(CartItem item) =>
        item is
        {
            Duration: { Length: > 0 } duration,
            Settings: { PlanCode: { Length: > 0 } plan, PricingMode: { Length: > 0 } mode, Quantity: null or >= 1 } settings
        }
            ? new ItemSettings(
                plan, duration, mode, settings.Quantity ?? 1, settings.CatalogName is { Length: > 0 } catalog ? catalog : null)
            : null;

    private static RunKnowledge WithSurplus(RunKnowledge knowledge, IEnumerable<PlacedItem> items) => knowledge.Cart is not { } cart
        ? knowledge
        : knowledge with { Cart = cart with { SurplusItems = [.. cart.SurplusItems.Union(items.Select(i => i.Id))] } };
}
