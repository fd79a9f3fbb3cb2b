using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Keeps two runs from ordering the same resource at the same time. Each looks, once its own cart can be seen by the other and before it
/// checks out, whether there is another cart with its mark: of two that look, at least the later one sees the other's.
/// </summary>
internal sealed class RivalRuns(OvhApi api, KnownOrders known, TimeProvider time)
{
    private readonly EarlierOrders _earlier = new(api, known, time);

    /// <exception cref="OrderException">There is another run, or an order of one.</exception>
    /// <param name="keep">Asks that the run's own cart may live on; what it is granted tells what others were.</param>
    public async Task RefuseAsync(OrderRun run, Task keep, CancellationToken cancellationToken)
    {
        if (!run.Request.AdoptEarlierOrders)
        {
            return;
        }

        var mark = run.Request.Mark;
        foreach (var id in await api.Carts.ListAsync(mark, cancellationToken))
        {
            if (id == run.Cart || known.IsOurs(id) || known.IsInState(mark, id))
            {
                continue;
            }

            if (await CartContent.CartAsync(api, id, cancellationToken) is { } cart && cart.Description == mark
                && await RivalryAsync(run, cart, keep, cancellationToken) is { } rivalry)
            {
                await StepBackAsync(run, cancellationToken);
                throw rivalry;
            }
        }
    }

    /// <summary>An open cart that no run can be at work on any more is taken away, which also keeps it from ever being ordered.</summary>
    /// <returns>Null when the cart is no rival's.</returns>
    private async Task<OrderException?> RivalryAsync(OrderRun run, Cart cart, Task keep, CancellationToken cancellationToken)
    {
        if (cart.ReadOnly)
        {
            return await _earlier.StandingAsync(run, cart, Waits.ProjectGrace, cancellationToken) is { } order
                ? EarlierOrderText.Beside(cart.CartId, order)
                : null;
        }

        if (await AgeAsync(run, cart, keep) is { } age && age > Waits.LongestRunInCart)
        {
            await CartSteps.DeleteCartAsync(api, cart.CartId, cancellationToken);
            return null;
        }

        return new OrderException(
            $"another run is ordering the same resource: it has cart {cart.CartId}. Nothing was ordered by this one; wait for the other to end and run `pulumi up` again");
    }

    /// <summary>Two runs that see each other both step back, and leave nothing that would keep the next one from going on.</summary>
    private async Task StepBackAsync(OrderRun run, CancellationToken cancellationToken)
    {
        if (known.IsInState(run.Request.Mark, run.Cart))
        {
            return;
        }

        await CartSteps.DeleteCartAsync(api, run.Cart, cancellationToken);
        run.Ledger.Enter(p => new OrderProgress { OvhSubsidiary = p.OvhSubsidiary });
    }

    /// <summary>
    /// At least this old: carts are made with one length of life and kept, just before checkout, with another. Null where that cannot be told,
    /// because the API grants less than it is asked for.
    /// </summary>
    private async Task<TimeSpan?> AgeAsync(OrderRun run, Cart cart, Task keep)
    {
        var left = cart.Expire - time.GetUtcNow();
        if (left <= Waits.NewCartLife + Waits.ClockTolerance)
        {
            return Waits.NewCartLife - left;
        }

        await keep;
        var granted = run.Ledger.Progress.CartExpirationDate - time.GetUtcNow();
        return granted > Waits.KeptCartLife - Waits.ClockTolerance ? Waits.KeptCartLife - left : null;
    }
}
