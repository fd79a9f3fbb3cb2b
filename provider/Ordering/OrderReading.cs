using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>What is found when an order is read back, wherever it stands.</summary>
internal abstract record OrderFinding
{
    private OrderFinding()
    {
    }

    /// <summary>Nothing is left.</summary>
    public sealed record Gone(string Why) : OrderFinding;

    /// <summary>It is there; <paramref name="Recorded"/> is what was ordered, as far as it can be read back.</summary>
    /// <param name="IsComplete">False for a pending cart that does not hold, or was never judged with, what the state says.</param>
    public sealed record There(OrderProgress Progress, RecordedOrder Recorded, bool IsComplete = true) : OrderFinding;

    /// <summary>It is there and not finished.</summary>
    /// <param name="IsAccepted">False where it is still to be paid for, so that it does not go on by itself.</param>
    public sealed record Unfinished(OrderProgress Progress, RecordedOrder Recorded, string Reason, bool IsAccepted = true) : OrderFinding;
}

/// <summary>What an order, a cart or a project says of what was asked for.</summary>
/// <param name="Voucher">Null also where it is not known.</param>
internal sealed record RecordedOrder(string? Description, ItemSettings? Settings, string? Voucher = null);

/// <summary>Reads an order back, forward from whatever is known of it: cart, order, project.</summary>
internal sealed class OrderReading(OvhApi api, EarlierOrders earlier)
{
    private readonly DeliveredProject _delivered = new(api);
    private readonly ProjectPresence _presence = new(api);
    private readonly ProjectTermination _termination = new(api, api.Time);

    public Task<OrderFinding> ReadAsync(OrderRun run, CancellationToken cancellationToken) => run.Ledger.Progress switch
    {
        { ProjectId: { } project } => ReadProjectAsync(run, project, cancellationToken),
        { Order: { } order } => ReadOrderAsync(run, order, cancellationToken),
        { Cart: { } cart } => ReadCartAsync(run, cart, cancellationToken),
        _ => Task.FromResult<OrderFinding>(new OrderFinding.Gone("nothing was ever made")),
    };

    private async Task<OrderFinding> ReadProjectAsync(OrderRun run, ProjectId id, CancellationToken cancellationToken)
    {
        var before = run.Ledger.Progress;
        if (await _presence.FindAsync(id, cancellationToken) is not { } project)
        {
            // A project that was never seen may be one that was just delivered, and one that was may be hidden again for a moment.
            return before is { ProjectSeen: false, Order: { } order } && await IsDeliveredAsync(order, cancellationToken)
                ? new OrderFinding.Unfinished(before, Recorded(before), $"order {order} is delivered and its project {id} is not visible yet. The next `pulumi up` looks again")
                : await _termination.MayBeHiddenAsync(before, id, cancellationToken)
                ? new OrderFinding.Unfinished(before, Recorded(before), $"project {id} is not visible, and was delivered only minutes ago. The next `pulumi up` looks again")
                : new OrderFinding.Gone($"project {id} does not exist any more");
        }

        var facts = ProjectReading.Facts(project);
        run.Ledger.Enter(p => p with { Project = facts, Order = p.Order ?? facts.Order });
        if (run.Ledger.Progress is { Order: { } from } and ({ OrderDate: null } or { Status: null } or { Quote: null }))
        {
            await EnterOrderAsync(run, from, cancellationToken);
        }

        var voucher = before.Quote is null && run.Ledger.Progress.Order is { } placed ? await VoucherAsync(placed, cancellationToken) : null;
        return new OrderFinding.There(run.Ledger.Progress, new RecordedOrder(facts.Description, run.Ledger.Progress.Item?.Settings, voucher));
    }

    private async Task<OrderFinding> ReadOrderAsync(OrderRun run, OrderId order, CancellationToken cancellationToken)
    {
        if (await OrderPresence.StatusAsync(api, order, cancellationToken) is not { } status)
        {
            if (run.Ledger.Progress.IsYoung(api.Time.GetUtcNow()))
            {
                throw new OrderException($"order {order} was placed only minutes ago, and OVHcloud does not show it now. Try again later");
            }

            return new OrderFinding.Gone($"order {order} does not exist in this account");
        }

        run.Ledger.Enter(p => p with { Status = status });
        if (status == OrderStatus.Cancelled)
        {
            return new OrderFinding.Gone($"order {order} was cancelled and nothing was delivered");
        }

        await EnterOrderAsync(run, order, cancellationToken);
        if (status == OrderStatus.Delivered && await _delivered.OfAsync(order, cancellationToken) is { } project)
        {
            run.Ledger.Enter(p => p with { ProjectId = project });
            return await ReadProjectAsync(run, project, cancellationToken);
        }

        var recorded = run.Ledger.Progress.Item is null ? await RecordedAsync(order, cancellationToken) : Recorded(run.Ledger.Progress);
        if (status == OrderStatus.NotPaid && run.Request.Payment == PaymentKind.Automatic && !await OrderSteps.HasPaymentAsync(api, order, cancellationToken))
        {
            return new OrderFinding.Unfinished(run.Ledger.Progress, recorded, $"order {order} is not paid yet. The next `pulumi up` goes on with it", IsAccepted: false);
        }

        return new OrderFinding.Unfinished(
            run.Ledger.Progress, recorded, $"order {order} is not delivered yet (status: {status}). The next `pulumi up` goes on waiting for it");
    }

    private async Task<OrderFinding> ReadCartAsync(OrderRun run, CartId cart, CancellationToken cancellationToken)
    {
        if (await CartContent.ReadAsync(api, cart, cancellationToken) is not { } content)
        {
            return new OrderFinding.Gone($"cart {cart} has expired or was deleted");
        }

        run.Ledger.Enter(content.EnterInto);
        if (content.Cart.ReadOnly)
        {
            await earlier.FindOrderOfCartAsync(run, cancellationToken);
            return await ReadOrderAsync(run, run.Order, cancellationToken);
        }

        if (run.Ledger.Progress.OvhSubsidiary is null && await OrderPrice.OfCartAsync(api, cart, cancellationToken) is { } quote)
        {
            // Nothing but its id was known: an import, which is as complete as it is.
            run.Ledger.Enter(p => p with { Quote = quote });
        }

        var isAssigned = (await api.Carts.ListAsync(content.Cart.Description, cancellationToken)).Contains(cart);
        return new OrderFinding.There(run.Ledger.Progress, Recorded(run.Ledger.Progress), isAssigned && IsComplete(run));
    }

    /// <summary>A run over this cart would find nothing left to do.</summary>
    private static bool IsComplete(OrderRun run)
    {
        var progress = run.Ledger.Progress;
        return progress.Quote is not null && OrderTransitions.Next(run.Request, OrderGoal.Cart, progress with
        {
            Searched = true,
            CartInspected = true,
            CartAssigned = true,
            RequirementsRead = true,
            Judged = true,
        }) is OrderStep.Done;
    }

    private async Task<bool> IsDeliveredAsync(OrderId order, CancellationToken cancellationToken) =>
        await OrderPresence.StatusAsync(api, order, cancellationToken) == OrderStatus.Delivered;

    /// <summary>What an order tells of itself is good to have; a project does not depend on its order being readable.</summary>
    private async Task EnterOrderAsync(OrderRun run, OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            var billing = api.Orders.GetAsync(order, cancellationToken);
            var status = run.Ledger.Progress.Status is null ? api.Orders.StatusAsync(order, cancellationToken) : null;
            await Task.WhenAll(billing, status ?? Task.FromResult(""));
            OrderSteps.Enter(run, await billing);
            run.Ledger.Enter(p => p with { Status = status?.Result ?? p.Status });
            if (run.Ledger.Progress.Quote is null)
            {
                var quote = await OrderPrice.ReadAsync(api, order, run.Ledger.Progress.Cart, await billing, cancellationToken);
                run.Ledger.Enter(p => p with { Quote = quote });
            }
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is 403)
        {
            // The rights for a project may not reach to its order.
        }
    }

    /// <summary>What a project that was ordered elsewhere was ordered with: given again in a program, it is not to be credited again.</summary>
    private async Task<string?> VoucherAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            return (await RecordedAsync(order, cancellationToken)).Voucher;
        }
        catch (OvhApiException e) when (e.IsMissing || e.Status is 403)
        {
            // The rights for a project may not reach to its order.
            return null;
        }
    }

    private async Task<RecordedOrder> RecordedAsync(OrderId order, CancellationToken cancellationToken)
    {
        foreach (var detail in await api.Orders.DetailsAsync(order, cancellationToken))
        {
            try
            {
                if ((await api.Orders.GetExtensionAsync(order, detail, cancellationToken)).Order is { Plan: { Code: { } plan, Duration: { } duration, PricingMode: { } mode } } recorded)
                {
                    return new RecordedOrder(
                        recorded.Configurations.FirstOrDefault(c => c.Label == Labels.Description)?.Value,
                        new ItemSettings(plan, duration, mode, (long)(recorded.Plan.Quantity ?? 1)),
                        recorded.Configurations.FirstOrDefault(c => c.Label == Labels.Voucher)?.Value);
                }
            }
            catch (OvhApiException e) when (e.IsMissing)
            {
                // Not on the US site.
            }
        }

        return new RecordedOrder(null, null);
    }

    private static RecordedOrder Recorded(OrderProgress progress)
    {
        return new(Value(Labels.Description), progress.Item?.Settings, Value(Labels.Voucher));

        string? Value(string label) => progress.Item?.Configurations.FirstOrDefault(c => c.Label == label)?.Value;
    }
}
