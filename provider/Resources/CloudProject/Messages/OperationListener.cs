using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Tells the user, through the engine, what an order is doing.</summary>
internal sealed class OperationListener(Operation operation) : IOrderListener
{
    private string? _last;

    /// <summary>Not waited for: an order goes no slower for being told of. The engine still gets every message in its order.</summary>
    public Task OnActivityAsync(OrderActivity activity)
    {
        var message = StepMessages.Status(activity);
        if (Interlocked.Exchange(ref _last, message) != message)
        {
            _ = operation.StatusAsync(message);
        }

        return Task.CompletedTask;
    }

    public Task OnNoticeAsync(OrderNotice notice) => notice is OrderNotice.Adopted or OrderNotice.LeftUnpaid
        ? operation.InfoAsync(NoticeMessages.Of(notice))
        : operation.WarnAsync(NoticeMessages.Of(notice));
}
