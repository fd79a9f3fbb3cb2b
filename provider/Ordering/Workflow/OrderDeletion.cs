using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Takes back what can be taken back of an order, wherever it stands, and tells what cannot.</summary>
internal sealed class OrderDeletion(
    OvhApi api, Reconciler reconciler, CartReader carts, OrderReader orders, DeliveredProject delivered, ProjectTermination termination,
    OptionOrders options)
{
    /// <returns>The project that is ended; null where there was none.</returns>
    /// <exception cref="OrderException">It cannot be taken back.</exception>
    public Task<ProjectId?> DeleteAsync(OrderRun run, CancellationToken cancellationToken) => run.Facts switch
    {
        { ProjectId: { } project } => EndProjectAsync(run, project, cancellationToken),
        { OrderId: { } order } => DeleteOrderAsync(run, order, cancellationToken),
        { CartId: { } cart } => DeleteCartAsync(run, cart, cancellationToken),
        _ => Task.FromResult<ProjectId?>(null),
    };

    /// <summary>
    /// What interrupted runs left of the resource, and of options for its project: open carts are deleted, and orders that they placed are
    /// told.
    /// </summary>
    public async Task SweepAsync(OrderRun run, CancellationToken cancellationToken)
    {
        OrderRun[] swept = run.Facts.ProjectId is null ? [run] : [run.ForOptions([], null), run];
        foreach (var reason in await reconciler.SweepAsync(swept, cancellationToken))
        {
            await run.Listener.OnNoticeAsync(new OrderNotice.Left(reason));
        }
    }

    private async Task<ProjectId?> EndProjectAsync(OrderRun run, ProjectId project, CancellationToken cancellationToken)
    {
        await termination.TerminateAsync(run, project, cancellationToken);
        await options.DeleteAsync(run, cancellationToken);
        return project;
    }

    private async Task<ProjectId?> DeleteCartAsync(OrderRun run, CartId cart, CancellationToken cancellationToken)
    {
        switch (await carts.ReadAsync(cart, run.Facts.CartExpirationDate, cancellationToken))
        {
            case null:
                return null;
            case { Cart.ReadOnly: false }:
                await carts.DeleteAsync(cart, cancellationToken);
                return null;
            case var contents:
                run.Ledger.Update((facts, knowledge) => contents.Record(facts, knowledge, isAssigned: true));
                await reconciler.FindOrderAsync(run, cancellationToken);
                return await DeleteOrderAsync(run, run.OrderId, cancellationToken);
        }
    }

    private async Task<ProjectId?> DeleteOrderAsync(OrderRun run, OrderId order, CancellationToken cancellationToken)
    {
        switch (await orders.StatusAsync(run.Facts, cancellationToken))
        {
            case OrderStatus.Cancelled or OrderStatus.Cancelling:
                return null;
            case OrderStatus.NotPaid when !await orders.HasPaymentAsync(order, cancellationToken):
                var expires = (await api.Orders.GetAsync(order, cancellationToken)).ExpirationDate;
                await run.Listener.OnNoticeAsync(new OrderNotice.LeftUnpaid(order, expires ?? run.Facts.OrderExpirationDate));
                return null;
            case OrderStatus.Delivered:
                var project = await delivered.OfAsync(order, cancellationToken)
                    ?? throw new OrderException(new OrderFailure.ProjectNotNamed(order));
                await termination.TerminateAsync(run, project, cancellationToken);
                return project;
            case var status:
                throw new OrderException(new OrderFailure.OrderUnderWay(order, status));
        }
    }
}
