using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Delete: takes back what can be taken back, and says plainly what cannot.</summary>
internal sealed class CloudProjectDeletion(OrderServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(35);

    public async Task DeleteAsync(DeleteRequest request, Operation operation)
    {
        services.RequireCredentials();
        var inputs = CloudProjectInputs.From(request.OldInputs);
        var start = StateReader.Read(request.Properties).OrFrom(request.Id);
        var ledger = new OrderLedger(start);
        var run = new OrderRun(inputs.ToRequest(request.Urn, null), inputs.Goal, ledger, new OperationListener(operation));
        if (services.Registry.WasAdoptedAfter(run.Request.Tag, start))
        {
            await operation.WarnAsync(PriceMessages.Kept(start));
            return;
        }

        using var limit = new TimeLimit(request.Timeout ?? DefaultTimeout, operation, services.Time);
        try
        {
            await DeleteAsync(run, operation, limit.Token);
            await SweepAsync(run, operation, limit.Token);
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            var error = limit.Named(e);
            var reason = ErrorMessages.OfCall(error, $"deleting {start.Id?.ToString() ?? request.Id}", isFromState: true);
            throw new ProviderException(CloudProjectFailure.KindOf(error), reason, error);
        }
    }

    private async Task DeleteAsync(OrderRun run, Operation operation, CancellationToken cancellationToken)
    {
        switch (run.Facts)
        {
            case { ProjectId: { } project }:
                await TerminateAsync(run, project, operation, cancellationToken);
                await DeleteOptionOrdersAsync(run, operation, cancellationToken);
                break;
            case { OrderId: { } order }:
                await DeleteOrderAsync(run, order, operation, cancellationToken);
                break;
            case { CartId: { } cart }:
                await DeleteCartAsync(run, cart, operation, cancellationToken);
                break;
        }
    }

    /// <summary>The last status is what a display without a terminal leaves beside the resource.</summary>
    private async Task TerminateAsync(OrderRun run, ProjectId project, Operation operation, CancellationToken cancellationToken)
    {
        await services.Termination.TerminateAsync(run, project, cancellationToken);
        await operation.StatusAsync($"project {project} is terminated");
    }

    /// <summary>Delivered options end with the project. Carts are deleted; an order cannot be.</summary>
    private async Task DeleteOptionOrdersAsync(OrderRun run, Operation operation, CancellationToken cancellationToken)
    {
        foreach (var options in run.Facts.AllOptionOrders.Where(o => o.IsAwaited))
        {
            await (options is { OrderId: { } order }
                ? TellOptionOrderAsync(options, order, run.ProjectId, operation, cancellationToken)
                : DeleteOptionCartAsync(options, run.ProjectId, operation, cancellationToken));
        }
    }

    private async Task DeleteOptionCartAsync(
        OrderFacts options, ProjectId project, Operation operation, CancellationToken cancellationToken)
    {
        if (options.CartId is { } cart && await services.Carts.FindAsync(cart, cancellationToken) is { } found)
        {
            var orderMissing = new OrderFailure.OfOptions(project, new OrderFailure.OrderOfCartMissing(cart));
            await (found.ReadOnly
                ? operation.WarnAsync(FailureMessages.Of(orderMissing) + ".")
                : services.Carts.DeleteAsync(cart, cancellationToken));
        }
    }

    private async Task TellOptionOrderAsync(
        OrderFacts options, OrderId order, ProjectId project, Operation operation, CancellationToken cancellationToken)
    {
        switch (await services.Orders.StatusAsync(order, cancellationToken))
        {
            case null or OrderStatus.Cancelled or OrderStatus.Cancelling or OrderStatus.Delivered:
                break;
            case OrderStatus.NotPaid when !await services.Orders.HasPaymentAsync(order, cancellationToken):
                await operation.InfoAsync(PriceMessages.Lapses(options));
                break;
            case var status:
                await operation.WarnAsync(PriceMessages.OptionsUnderWay(order, project, status));
                break;
        }
    }

    private async Task DeleteCartAsync(OrderRun run, CartId cart, Operation operation, CancellationToken cancellationToken)
    {
        if (await services.Carts.ReadAsync(cart, cancellationToken) is not { } contents)
        {
            return;
        }

        if (!contents.Cart.ReadOnly)
        {
            await services.Carts.DeleteAsync(cart, cancellationToken);
            return;
        }

        run.Ledger.Update((facts, knowledge) => contents.Record(facts, knowledge, isAssigned: true));
        await services.Reconciler.FindOrderAsync(run, cancellationToken);
        await DeleteOrderAsync(run, run.OrderId, operation, cancellationToken);
    }

    private async Task DeleteOrderAsync(OrderRun run, OrderId order, Operation operation, CancellationToken cancellationToken)
    {
        var status = await services.Orders.StatusAsync(run.Facts, cancellationToken);
        switch (status)
        {
            case null or OrderStatus.Cancelled or OrderStatus.Cancelling:
                return;
            case OrderStatus.NotPaid when !await services.Orders.HasPaymentAsync(order, cancellationToken):
                var expires = (await services.Api.Orders.GetAsync(order, cancellationToken)).ExpirationDate;
                await operation.InfoAsync(
                    PriceMessages.Lapses(run.Facts with { OrderExpirationDate = expires ?? run.Facts.OrderExpirationDate }));
                return;
            case OrderStatus.Delivered:
                var project = await services.Delivered.OfAsync(order, cancellationToken)
                    ?? throw new OrderException(new OrderFailure.ProjectNotNamed(order));
                await TerminateAsync(run, project, operation, cancellationToken);
                return;
            default:
                throw new OrderException(new OrderFailure.OrderUnderWay(order, status));
        }
    }

    /// <summary>What interrupted runs left of the resource, and of options for its project.</summary>
    private async Task SweepAsync(OrderRun run, Operation operation, CancellationToken cancellationToken)
    {
        OrderRun[] swept = run.Facts.ProjectId is { } project ? [run.ForOptions(project, [], null), run] : [run];
        foreach (var reason in await services.Reconciler.SweepAsync(swept, cancellationToken))
        {
            await operation.WarnAsync(FailureMessages.Of(reason) + ".");
        }
    }
}
