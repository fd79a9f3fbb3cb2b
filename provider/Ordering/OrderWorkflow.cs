using System.Diagnostics;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Runs an order from wherever it stands to its goal: asks <see cref="OrderTransitions"/> for the next step, does it, enters the answer in
/// the ledger. An answer that was lost is never followed by the same call, but by a look at what is there now.
/// </summary>
internal sealed class OrderWorkflow(OvhApi api, Account account, KnownOrders known, TimeProvider time)
{
    private const int MostDoubts = 6;

    private readonly CartSteps _cart = new(api, account, known, new RivalRuns(api, known, time), time);
    private readonly OrderSteps _order = new(api, account, time);
    private readonly EarlierOrders _earlier = new(api, known, time);

    /// <exception cref="OrderException">It cannot go on; the ledger says what exists.</exception>
    /// <exception cref="OvhApiException">The API refused, or did not answer often enough; the ledger says what exists.</exception>
    public async Task RunAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var doubts = 0;
        (OrderStep Step, OvhApiException Error)? refusal = null;
        while (OrderTransitions.Next(run.Request, run.Goal, run.Ledger.Progress) is var step and not OrderStep.Done)
        {
            run.Ledger.Step = step;
            if (refusal is { } refused && refused.Step.GetType() == step.GetType())
            {
                throw refused.Error;
            }

            await run.Listener.StatusAsync(OrderStatusLine.For(step, run.Ledger.Progress));
            try
            {
                await DoAsync(step, run, cancellationToken);
            }
            catch (OvhApiException e) when (CanBeLookedAt(step, e) && doubts < MostDoubts)
            {
                doubts++;
                refusal = e.Outcome == CallOutcome.NotProcessed ? (step, e) : null;
                run.Ledger.Enter(p => p.Doubting(step));
                await LookAgainAsync(step, run, cancellationToken);
            }
        }
    }

    /// <summary>
    /// Whether reading can tell what became of a call: of every call that may not be repeated when its answer was lost, and of the two that
    /// spend even when they were refused, because the refusal may come of their having been carried out before.
    /// </summary>
    private static bool CanBeLookedAt(OrderStep step, OvhApiException error) => step switch
    {
        OrderStep.Checkout or OrderStep.Pay => true,
        OrderStep.CreateCart or OrderStep.AddItem or OrderStep.AddOption or OrderStep.Configure or OrderStep.RemoveItems => error.Outcome == CallOutcome.Unknown,
        _ => false,
    };

    private Task DoAsync(OrderStep step, OrderRun run, CancellationToken cancellationToken) => step switch
    {
        OrderStep.FindEarlier => _earlier.AdoptAsync(run, cancellationToken),
        OrderStep.FindOrder => _earlier.FindOrderOfCartAsync(run, cancellationToken),
        OrderStep.CreateCart => _cart.CreateAsync(run, cancellationToken),
        OrderStep.InspectCart => _cart.InspectAsync(run, cancellationToken),
        OrderStep.DiscardCart => _cart.DiscardAsync(run, cancellationToken),
        OrderStep.Prepare prepare => _cart.PrepareAsync(run, prepare, cancellationToken),
        OrderStep.RemoveItems remove => _cart.RemoveItemsAsync(run, remove, cancellationToken),
        OrderStep.AddItem add => _cart.AddItemAsync(run, add, cancellationToken),
        OrderStep.AddOption add => _cart.AddOptionAsync(run, add, cancellationToken),
        OrderStep.ReadBack => _cart.ReadBackAsync(run, cancellationToken),
        OrderStep.Configure configure => _cart.ConfigureAsync(run, configure, cancellationToken),
        OrderStep.Judge judge => _cart.JudgeAsync(run, judge, cancellationToken),
        OrderStep.Checkout => _cart.CheckoutAsync(run, cancellationToken),
        OrderStep.ReadOrder => _order.ReadAsync(run, cancellationToken),
        OrderStep.Pay => _order.PayAsync(run, cancellationToken),
        OrderStep.AwaitDelivery => _order.AwaitDeliveryAsync(run, cancellationToken),
        OrderStep.FindProject => _order.FindProjectAsync(run, cancellationToken),
        OrderStep.ReadProject => _order.ReadProjectAsync(run, cancellationToken),
        OrderStep.DescribeProject => _order.DescribeProjectAsync(run, cancellationToken),
        OrderStep.OrderCancelled => throw new OrderException(
            $"order {run.Order} was cancelled by OVHcloud; nothing was delivered. The reason is in the account's e-mails and in the order's page. The next `pulumi up` orders anew"),
        OrderStep.OrderUnasked => throw new OrderException(
            $"the program says `checkout: false`, and order {run.Order} of this resource is placed already, by an interrupted run or by somebody else (status: {run.Ledger.Progress.Status}). "
            + "Nothing is paid now. Set `checkout: true` to go on with it, or remove the resource")
        {
            IsFinal = true,
        },
        _ => throw new UnreachableException($"no way to do {step}"),
    };

    /// <summary>A call may still be at work when its connection is gone: money is given a moment to show.</summary>
    private async Task LookAgainAsync(OrderStep step, OrderRun run, CancellationToken cancellationToken)
    {
        if (step is not (OrderStep.Checkout or OrderStep.Pay))
        {
            return;
        }

        for (var look = 0; Waits.BeforeLookingAgain(look) is { } wait; look++)
        {
            if (look > 0)
            {
                await Task.Delay(wait, time, cancellationToken);
            }

            if (step is OrderStep.Pay ? await _order.LooksPaidAsync(run, cancellationToken) : await _cart.LooksCheckedOutAsync(run, cancellationToken))
            {
                return;
            }
        }
    }
}
