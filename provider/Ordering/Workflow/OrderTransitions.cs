using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Which step is next: a pure function of the request, the goal, what exists and what this run knows. A run that begins anywhere, a run
/// that resumes and a run that lost an answer all go through here, so "never a second order" can be shown for every reachable state.
/// </summary>
internal static class OrderTransitions
{
    public static OrderStep Next(OrderRequest request, OrderGoal goal, OrderFacts facts, RunKnowledge knowledge) => facts switch
    {
        { ProjectId: not null } => AfterDelivery(request, facts, knowledge),
        { OrderId: not null } => AfterCheckout(request, goal, facts, knowledge),
        _ => InCart(request, goal, facts, knowledge),
    };

    private static OrderStep InCart(OrderRequest request, OrderGoal goal, OrderFacts facts, RunKnowledge knowledge)
    {
        if (!knowledge.Reconciled)
        {
            return new OrderStep.Reconcile();
        }

        if (facts.CartId is null)
        {
            return new OrderStep.CreateCart();
        }

        if (knowledge.Cart is not { } cart)
        {
            return new OrderStep.InspectCart();
        }

        if (cart.ReadOnly)
        {
            return new OrderStep.FindOrder();
        }

        if (request.OvhSubsidiary is { } wanted && facts.OvhSubsidiary is { } has && wanted != has)
        {
            return new OrderStep.DiscardCart();
        }

        if (!cart.Assigned || !knowledge.OffersRead || facts.Choice is not { } choice)
        {
            return new OrderStep.Prepare(Assign: !cart.Assigned, ReadOffers: !knowledge.OffersRead);
        }

        return Fill(request, facts, cart, choice)
            ?? (!cart.PriceConfirmed ? new OrderStep.PreviewCheckout(ExtendExpiry: !knowledge.ExpiryExtended)
                : goal == OrderGoal.Cart ? new OrderStep.Done()
                : new OrderStep.Checkout());
    }

    /// <summary>The next change by which the cart comes to hold what is asked for; null when it does.</summary>
    public static OrderStep? Fill(OrderRequest request, OrderFacts facts, CartKnowledge cart, OfferChoice choice)
    {
        if (cart.SurplusItems.Length > 0)
        {
            return new OrderStep.RemoveItems(cart.SurplusItems);
        }

        if (choice.Item is { } wanted && facts.Item is null)
        {
            return new OrderStep.AddItem(wanted);
        }

        for (var i = 0; i < choice.Options.Length; i++)
        {
            if (facts.Options.ElementAtOrDefault(i) is null)
            {
                return new OrderStep.AddOption(i, choice.Options[i]);
            }
        }

        var changes = (facts.Item is { } item ? ConfigurationChanges(item, request.ItemConfiguration) : [])
            .Concat(request.Options.SelectMany((o, i) => ConfigurationChanges(facts.Options[i]!, o.Configuration)))
            .ToImmutableArray();

        // What nothing was asked of before is configured beside reading what it takes; what is there is only touched once that is known.
        var isNew = !facts.Options.Append(facts.Item).Any(i => i?.Configurations.IsEmpty == false);
        return !cart.RequirementsRead && (changes.IsEmpty || !isNew) ? new OrderStep.ReadRequirements()
            : changes.IsEmpty ? null
            : new OrderStep.Configure(changes, WithRequirements: !cart.RequirementsRead);
    }

    private static OrderStep AfterCheckout(OrderRequest request, OrderGoal goal, OrderFacts facts, RunKnowledge knowledge)
    {
        var mustPay = request.Payment == PaymentKind.Automatic && !knowledge.PaymentAccepted && goal != OrderGoal.Cart;
        return facts.Status switch
        {
            _ when !knowledge.StatusRead => new OrderStep.ReadOrder(),
            OrderStatus.NotPaid when mustPay => new OrderStep.Pay(),
            _ when !knowledge.OrderRead => new OrderStep.ReadOrder(),
            OrderStatus.Cancelled => new OrderStep.OrderCancelled(),
            OrderStatus.Delivered when request.ForProject is not null => new OrderStep.Done(),
            OrderStatus.Delivered => new OrderStep.FindProject(),
            _ when goal == OrderGoal.Cart => new OrderStep.OrderNotRequested(),
            _ when goal == OrderGoal.Ordered => new OrderStep.Done(),
            _ => new OrderStep.AwaitDelivery(),
        };
    }

    private static OrderStep AfterDelivery(OrderRequest request, OrderFacts facts, RunKnowledge knowledge) =>
        !knowledge.ProjectRead ? new OrderStep.ReadProject()
        : request.RenamesProject && ProgrammableName.Of(facts.Project?.Description ?? "") != request.Description
            ? new OrderStep.RenameProject()
        : new OrderStep.Done();

    private static IEnumerable<ConfigurationChange> ConfigurationChanges(PlacedItem item, ImmutableSortedDictionary<string, string> wanted)
    {
        foreach (var label in item.Configurations.Select(c => c.Label).Union(wanted.Keys).Order(StringComparer.Ordinal))
        {
            var placed = item.Configurations.Where(c => c.Label == label).ToList();
            var value = wanted.GetValueOrDefault(label);
            var kept = value is null ? null : placed.Find(c => c.Value == value);
            var remove = placed.Where(c => c != kept).Select(c => c.Id).ToImmutableArray();
            var add = kept is null ? value : null;
            if (add is not null || remove.Length > 0)
            {
                yield return new ConfigurationChange(item.Id, label, add, remove);
            }
        }
    }
}
