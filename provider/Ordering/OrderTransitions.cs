using System.Collections.Immutable;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Which step is next: a pure function of the request, the goal and what is known. A run that begins anywhere, a run that resumes and a
/// run that lost an answer all go through here, so "never a second order" can be shown for every reachable progress.
/// </summary>
internal static class OrderTransitions
{
    public static OrderStep Next(OrderRequest request, OrderGoal goal, OrderProgress progress) =>
        progress.IsOrdered ? AfterCheckout(request, goal, progress) : InCart(request, goal, progress);

    private static OrderStep InCart(OrderRequest request, OrderGoal goal, OrderProgress p)
    {
        if (!p.Searched)
        {
            return new OrderStep.FindEarlier();
        }

        if (p.Cart is null)
        {
            return new OrderStep.CreateCart();
        }

        if (!p.CartInspected)
        {
            return new OrderStep.InspectCart();
        }

        if (p.CartReadOnly)
        {
            return new OrderStep.FindOrder();
        }

        if (request.OvhSubsidiary is { } wanted && p.OvhSubsidiary is { } has && wanted != has)
        {
            return new OrderStep.DiscardCart();
        }

        if (!p.CartAssigned || p.Choice is null)
        {
            return new OrderStep.Prepare(Assign: !p.CartAssigned, ReadOffers: p.Choice is null);
        }

        return Fill(request, p, p.Choice) ?? (p switch
        {
            { Judged: false } => new OrderStep.Judge(Keep: !p.CartKept),
            _ when goal == OrderGoal.Cart => new OrderStep.Done(),
            _ => new OrderStep.Checkout(),
        });
    }

    /// <summary>The next change by which the cart comes to hold what is asked for; null when it does.</summary>
    private static OrderStep? Fill(OrderRequest request, OrderProgress p, OfferChoice choice)
    {
        if (p.Unwanted.Length > 0)
        {
            return new OrderStep.RemoveItems(p.Unwanted);
        }

        if (p.Item is null)
        {
            return new OrderStep.AddItem(choice.Item);
        }

        for (var i = 0; i < choice.Options.Length; i++)
        {
            if (p.Options.Length <= i || p.Options[i] is null)
            {
                return new OrderStep.AddOption(i, choice.Options[i]);
            }
        }

        if (!p.RequirementsRead)
        {
            return new OrderStep.ReadBack();
        }

        var changes = ConfigurationChanges(p.Item, request.ItemConfiguration)
            .Concat(request.Options.SelectMany((o, i) => ConfigurationChanges(p.Options[i]!, o.Configuration)))
            .ToImmutableArray();
        return changes.IsEmpty ? null : new OrderStep.Configure(changes);
    }

    private static OrderStep AfterCheckout(OrderRequest request, OrderGoal goal, OrderProgress p)
    {
        if (p.ProjectId is not null)
        {
            return p switch
            {
                { Project: null } => new OrderStep.ReadProject(),
                { DescriptionAgreed: false } when p.Project.Description != request.Description => new OrderStep.DescribeProject(),
                _ => new OrderStep.Done(),
            };
        }

        var mustPay = request.Payment == PaymentKind.Automatic && !p.PaymentAccepted && goal != OrderGoal.Cart;
        return p.Status switch
        {
            null => new OrderStep.ReadOrder(),
            OrderStatus.NotPaid when mustPay => new OrderStep.Pay(),
            _ when !p.OrderRead => new OrderStep.ReadOrder(),
            OrderStatus.Cancelled => new OrderStep.OrderCancelled(),
            OrderStatus.Delivered => new OrderStep.FindProject(),
            _ when goal == OrderGoal.Cart => new OrderStep.OrderUnasked(),
            _ when goal == OrderGoal.Ordered => new OrderStep.Done(),
            _ => new OrderStep.AwaitDelivery(),
        };
    }

    private static IEnumerable<ConfigurationChange> ConfigurationChanges(PlacedItem item, ImmutableSortedDictionary<string, string> wanted)
    {
        foreach (var label in item.Configurations.Select(c => c.Label).Union(wanted.Keys).Order(StringComparer.Ordinal))
        {
            var placed = item.Configurations.Where(c => c.Label == label).ToList();
            var value = wanted.GetValueOrDefault(label);
            var keep = value is null ? null : placed.Find(c => c.Value == value);
            var remove = placed.Where(c => c != keep).Select(c => c.Id).ToImmutableArray();
            var add = keep is null ? value : null;
            if (add is not null || remove.Length > 0)
            {
                yield return new ConfigurationChange(item.Id, label, add, remove);
            }
        }
    }
}
