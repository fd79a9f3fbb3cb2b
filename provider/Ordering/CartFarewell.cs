using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Writes on the carts whose resources were returned to the engine that they are done, once it says goodbye: by then it has written its
/// state, and a Create that finds any other mark knows that a run was interrupted. A mark that stays only makes that Create ask.
/// </summary>
internal sealed class CartFarewell(OvhApi api, KnownOrders known, Action<string>? log)
{
    public Task TakeMarksOffAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(known.TakeSettled().Select(settled => TakeOffAsync(settled, cancellationToken)));

    private async Task TakeOffAsync(SettledCart settled, CancellationToken cancellationToken)
    {
        try
        {
            await api.Carts.UpdateAsync(settled.Cart, new CartUpdate(CartMark.Done(settled.Mark, settled.Order), null), cancellationToken);
        }
        catch (Exception e) when (e is OvhApiException or OperationCanceledException)
        {
            log?.Invoke($"the mark of cart {settled.Cart} stays: {e.Message}");
        }
    }
}
