using System.Diagnostics;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Runs an order from wherever it stands to its goal: asks <see cref="OrderTransitions"/> for the next step, does it, records the answer in
/// the ledger. An answer that was lost is never followed by the same call, but by a look at what is there now.
/// </summary>
internal sealed class OrderWorkflow(
    Reconciler reconciler, CartSteps cart, CheckoutSteps checkout, OrderSteps order, Payment payment, DeliveryWait wait,
    ProjectSteps project, CartReader carts, TimeProvider time)
{
    private const int MaxLostAnswers = 6;

    /// <exception cref="OrderException">It cannot go on; the ledger says what exists.</exception>
    /// <exception cref="OvhApiException">The API refused, or did not answer often enough; the ledger says what exists.</exception>
    public async Task RunAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var lostAnswers = 0;
        (OrderStep Step, OvhApiException Error)? refusal = null;
        while (OrderTransitions.Next(run.Request, run.Goal, run.Facts, run.Knowledge) is var step and not OrderStep.Done)
        {
            run.Ledger.Step = step;
            if (refusal is { } refused && refused.Step.GetType() == step.GetType())
            {
                throw refused.Error;
            }

            await run.Listener.OnActivityAsync(new OrderActivity.Step(step, run.Facts));
            try
            {
                await DoAsync(step, run, cancellationToken);
            }
            catch (OvhApiException e) when (IsOutcomeReadable(step, e) && lostAnswers < MaxLostAnswers)
            {
                lostAnswers++;
                refusal = e.Outcome == CallOutcome.NotProcessed ? (step, e) : null;
                run.Ledger.Learn(k => k.AfterLostAnswer(step));
                await AwaitOutcomeAsync(step, run, cancellationToken);
            }
        }
    }

    /// <summary>
    /// A run that fails for good before it tried to place an order leaves nothing: its own cart is deleted. Not one that it adopted, which
    /// a state may still have. A cart that stays is named by the state.
    /// </summary>
    public async Task WithdrawAsync(OrderRun run)
    {
        if (run is
            {
                Facts: { CartId: { } id, AdoptedAt: null, IsOrdered: false },
                Knowledge: { CheckoutTried: false, Cart: not { ReadOnly: true } }
            }
            && await carts.TryDeleteAsync(id))
        {
            run.Ledger.Clear();
        }
    }

    /// <summary>
    /// Whether reading can tell what became of a call: of every call that may not be repeated when its answer was lost, and of the two that
    /// spend even when they were refused, because the refusal may come of their having been carried out before.
    /// </summary>
    private static bool IsOutcomeReadable(OrderStep step, OvhApiException error) => step switch
    {
        OrderStep.Checkout or OrderStep.Pay => true,
        OrderStep.CreateCart or OrderStep.AddItem or OrderStep.AddOption or OrderStep.Configure or OrderStep.RemoveItems =>
            error.Outcome == CallOutcome.Unknown,
        _ => false,
    };

    private Task DoAsync(OrderStep step, OrderRun run, CancellationToken cancellationToken) => step switch
    {
        OrderStep.Reconcile =>
            Task.WhenAll(reconciler.ResumeOrStartAsync(run, cancellationToken), cart.ReadAccountAsync(run, cancellationToken)),
        OrderStep.FindOrder => reconciler.FindOrderAsync(run, cancellationToken, asRequested: true),
        OrderStep.CreateCart => cart.CreateAsync(run, cancellationToken),
        OrderStep.InspectCart => cart.InspectAsync(run, cancellationToken),
        OrderStep.DiscardCart => cart.DiscardAsync(run, cancellationToken),
        OrderStep.Prepare prepare => cart.PrepareAsync(run, prepare, cancellationToken),
        OrderStep.RemoveItems remove => cart.RemoveItemsAsync(run, remove, cancellationToken),
        OrderStep.AddItem add => cart.AddItemAsync(run, add, cancellationToken),
        OrderStep.AddOption add => cart.AddOptionAsync(run, add, cancellationToken),
        OrderStep.ReadRequirements => cart.ReadRequirementsAsync(run, cancellationToken),
        OrderStep.Configure configure => cart.ConfigureAsync(run, configure, cancellationToken),
        OrderStep.PreviewCheckout preview => checkout.PreviewAsync(run, preview, cancellationToken),
        OrderStep.Checkout => checkout.CheckoutAsync(run, cancellationToken),
        OrderStep.ReadOrder => order.ReadAsync(run, cancellationToken),
        OrderStep.Pay => payment.PayAsync(run, cancellationToken),
        OrderStep.AwaitDelivery => wait.UntilDeliveredAsync(run, cancellationToken),
        OrderStep.FindProject => project.FindAsync(run, cancellationToken),
        OrderStep.ReadProject => project.ReadAsync(run, cancellationToken),
        OrderStep.RenameProject => project.RenameAsync(run, cancellationToken),
        OrderStep.OrderCancelled => throw new OrderException(new OrderFailure.OrderCancelled(run.OrderId)),
        OrderStep.OrderNotRequested => throw new OrderException(new OrderFailure.OrderNotRequested(run.OrderId, run.Facts.Status)),
        _ => throw new UnreachableException($"no way to do {step}"),
    };

    /// <summary>A call may still be at work when its connection is gone: money is given a moment to show.</summary>
    private async Task AwaitOutcomeAsync(OrderStep step, OrderRun run, CancellationToken cancellationToken)
    {
        if (step is not (OrderStep.Checkout or OrderStep.Pay))
        {
            return;
        }

        foreach (var delay in PollingSchedule.DelaysBeforeCheckingOutcome)
        {
            await Task.Delay(delay, time, cancellationToken);
            if (step is OrderStep.Pay
                ? await payment.LooksPaidAsync(run, cancellationToken)
                : await checkout.LooksCheckedOutAsync(run, cancellationToken))
            {
                return;
            }
        }
    }
}
