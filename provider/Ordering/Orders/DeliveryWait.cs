using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Reads orders and projects until they are there. Only a person can act on some of what keeps an order: that is said once, and waited for.
/// An API that does not answer is waited for as well; a refusal is not.
/// </summary>
internal sealed class DeliveryWait(OvhApi api, OrderReader orders)
{
    private static readonly TimeSpan PaymentTimeout = TimeSpan.FromMinutes(1);

    /// <summary>From here on OVHcloud is asked what it is doing: most orders are delivered before.</summary>
    private static readonly TimeSpan UsualCheck = TimeSpan.FromSeconds(30);

    /// <summary>Until the order is delivered or cancelled.</summary>
    public async Task UntilDeliveredAsync(OrderRun run, CancellationToken cancellationToken)
    {
        var wait = new RetryWait(api.Time);
        var given = new HashSet<OrderNotice>();
        while (true)
        {
            await run.Listener.OnActivityAsync(
                new OrderActivity.AwaitingDelivery(run.OrderId, run.Facts.Status, wait.Waited, wait.Unanswered));
            await Task.Delay(PollingSchedule.DelayBeforeDeliveryCheck(wait.Waited), api.Time, cancellationToken);
            if (await wait.IfAnsweredAsync<string>(async () =>
                await api.Orders.StatusAsync(run.OrderId, cancellationToken)) is not { } status)
            {
                continue;
            }

            run.Ledger.Update(f => f with { Status = status });
            if (status is OrderStatus.Delivered or OrderStatus.Cancelled)
            {
                return;
            }

            if (await NoticeAsync(run, status, wait.Waited, cancellationToken) is { } notice && given.Add(notice)
                && !await IsPaidAsync(notice, cancellationToken))
            {
                await run.Listener.OnNoticeAsync(notice);
            }
        }
    }

    /// <summary>Until what was delivered is there.</summary>
    public async Task<T> UntilPresentAsync<T>(OrderRun run, Func<Task<T?>> read, CancellationToken cancellationToken)
        where T : class
    {
        var wait = new RetryWait(api.Time);
        while (true)
        {
            if (await wait.IfAnsweredAsync(read) is { } found)
            {
                return found;
            }

            if (wait.Waited > PollingSchedule.ProjectGrace)
            {
                throw new OrderException(
                    new OrderFailure.ProjectNotVisible(run.Facts.OrderId, run.Facts.ProjectId, wait.Waited), wait.LastError);
            }

            await run.Listener.OnActivityAsync(
                new OrderActivity.AwaitingProject(run.Facts.OrderId, run.Facts.ProjectId, wait.Waited, wait.Unanswered));
            await wait.DelayAsync(cancellationToken);
        }
    }

    private async Task<OrderNotice?> NoticeAsync(OrderRun run, string status, TimeSpan waited, CancellationToken cancellationToken) =>
        status switch
        {
            OrderStatus.DocumentsRequested => new OrderNotice.DocumentsRequested(run.OrderId),
            OrderStatus.NotPaid when run.Request.Payment == PaymentKind.Manual =>
                new OrderNotice.PaymentDue(run.OrderId, run.Facts.OrderExpirationDate, run.Request.ForProject is not null),
            OrderStatus.NotPaid when waited > PaymentTimeout =>
                new OrderNotice.PaymentNotSeen(run.OrderId, run.Facts.OrderExpirationDate, run.Request.ForProject is not null),
            OrderStatus.Cancelling => new OrderNotice.BeingCancelled(run.OrderId),
            OrderStatus.Checking when waited > UsualCheck && await ReviewAsync(run.OrderId, cancellationToken) is { } label =>
                new OrderNotice.UnderReview(run.OrderId, label),
            _ => null,
        };

    /// <summary>A person is not asked to pay what was paid: the payment shows before the status does.</summary>
    private async Task<bool> IsPaidAsync(OrderNotice notice, CancellationToken cancellationToken)
    {
        try
        {
            return notice is OrderNotice.PaymentDue { Order: var order } && await orders.HasPaymentAsync(order, cancellationToken);
        }
        catch (OvhApiException)
        {
            // Whether it is, the status will tell.
            return false;
        }
    }

    /// <summary>What OVHcloud's follow-up says it is doing, where that takes a person; null where it does not, or says nothing.</summary>
    private async Task<string?> ReviewAsync(OrderId order, CancellationToken cancellationToken)
    {
        try
        {
            var steps = await api.Orders.FollowUpAsync(order, cancellationToken);
            return steps.SelectMany(s => s.History).OrderBy(h => h.Date).LastOrDefault(h => FollowUpLabel.IsReview(h.Label))?.Label;
        }
        catch (OvhApiException)
        {
            // It only explains: the status is what counts.
            return null;
        }
    }
}
