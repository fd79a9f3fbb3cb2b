using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Delete: takes back what can be taken back, and says plainly what cannot.</summary>
internal sealed class CloudProjectDeletion(CloudProjectServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(35);

    private readonly EarlierOrders _earlier = new(services.Api, services.Known, services.Time);
    private readonly DeliveredProject _delivered = new(services.Api);
    private readonly ProjectTermination _termination = new(services.Api, services.Time);

    public async Task DeleteAsync(DeleteRequest request, Operation operation)
    {
        services.RequireCredentials();
        var inputs = CloudProjectInputs.From(request.OldInputs);
        var start = CloudProjectState.Read(request.Properties).OrFrom(request.Id);
        var limit = request.Timeout ?? DefaultTimeout;
        using var deadline = new CancellationTokenSource(limit, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(operation.CancellationToken, deadline.Token);
        try
        {
            var run = new OrderRun(inputs.ToRequest(request.Urn, null, false), inputs.Goal, new OrderLedger(start), new OperationListener(operation));
            if (start.Order is { } order && services.Known.IsTakenOver(run.Request.Mark, order, start.TakenOver))
            {
                await operation.WarnAsync(KeptText(start, order));
                return;
            }

            await DeleteAsync(run, operation, either.Token);
            await SweepAsync(run, start.Cart, operation, either.Token);
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            var error = CloudProjectFailure.Named(e, limit, operation);
            throw new ProviderException(CloudProjectFailure.KindOf(error), FailureText.OfCall(error, $"deleting {start.Id?.ToString() ?? request.Id}"), error);
        }
    }

    /// <summary>
    /// A Create was meant to replace the order, was shown nothing of it, and took it for the remains of an interrupted run: what is to be
    /// deleted is what the resource now has. The two states are told apart by what the Create wrote into its own.
    /// </summary>
    private static string KeptText(OrderProgress progress, OrderId order) =>
        $"{(progress.ProjectId is { } project ? $"project {project}" : $"order {order}")} stays: its replacement took order {order} over, because nothing told it from one that an interrupted run had left. "
        + "Nothing was ordered and nothing is deleted; replace it once more if it is to be ordered anew";

    private Task DeleteAsync(OrderRun run, Operation operation, CancellationToken cancellationToken) => run.Ledger.Progress switch
    {
        { ProjectId: { } project } => EndAsync(run, project, cancellationToken),
        { Order: { } order } => DeleteOrderAsync(run, order, operation, cancellationToken),
        { Cart: { } cart } => DeleteCartAsync(run, cart, operation, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>A project that is not visible may be one that was just delivered, and would be billed on unseen.</summary>
    private async Task EndAsync(OrderRun run, ProjectId project, CancellationToken cancellationToken)
    {
        if (await _termination.TerminateAsync(project, run.Listener, cancellationToken))
        {
            return;
        }

        var progress = run.Ledger.Progress;
        if ((progress is { Project: null, Order: { } order } && await OrderPresence.StatusAsync(services.Api, order, cancellationToken) == OrderStatus.Delivered)
            || await _termination.MayBeHiddenAsync(progress, project, cancellationToken))
        {
            throw new OrderException(
                $"project {project} was just delivered and is not visible now, so that it cannot be ended. Run `pulumi destroy` again in some minutes; if the project was ended otherwise, `pulumi state delete` removes it from the state");
        }
    }

    private async Task DeleteCartAsync(OrderRun run, CartId cart, Operation operation, CancellationToken cancellationToken)
    {
        if (await CartContent.ReadAsync(services.Api, cart, cancellationToken) is not { } content)
        {
            return;
        }

        if (!content.Cart.ReadOnly)
        {
            await CartSteps.DeleteCartAsync(services.Api, cart, cancellationToken);
            return;
        }

        run.Ledger.Enter(content.EnterInto);
        await _earlier.FindOrderOfCartAsync(run, cancellationToken);
        await DeleteOrderAsync(run, run.Order, operation, cancellationToken);
    }

    private async Task DeleteOrderAsync(OrderRun run, OrderId order, Operation operation, CancellationToken cancellationToken)
    {
        var status = await OrderPresence.StatusAsync(services.Api, order, cancellationToken);
        switch (status)
        {
            case null or OrderStatus.Cancelled or OrderStatus.Cancelling:
                return;
            case OrderStatus.NotPaid when !await OrderSteps.HasPaymentAsync(services.Api, order, cancellationToken):
                var expires = (await services.Api.Orders.GetAsync(order, cancellationToken)).ExpirationDate ?? run.Ledger.Progress.OrderExpirationDate;
                await operation.InfoAsync($"order {order} is not paid, and OVHcloud has no call to take it back: it lapses by itself{(expires is { } date ? $" on {date:yyyy-MM-dd HH:mm} UTC" : "")}. Do not pay it");
                return;
            case OrderStatus.Delivered:
                var project = await _delivered.OfAsync(order, cancellationToken)
                    ?? throw new OrderException($"order {order} is delivered, but does not name its project yet. Run `pulumi destroy` again in some minutes");
                await EndAsync(run, project, cancellationToken);
                return;
            default:
                throw new OrderException(
                    $"order {order} is paid and not delivered yet (status: {status}), and OVHcloud has no call to take it back. Run `pulumi destroy` again once it is delivered, or have it cancelled by OVHcloud's support");
        }
    }

    /// <summary>Carts that failed or interrupted runs of this resource left; not those that this run has made or the state still has.</summary>
    private async Task SweepAsync(OrderRun run, CartId? own, Operation operation, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var cart in await _earlier.MarkedCartsAsync(run.Request.Mark, cancellationToken))
            {
                if (cart.CartId == own || services.Known.IsOurs(cart.CartId) || services.Known.IsInState(run.Request.Mark, cart.CartId))
                {
                    continue;
                }

                if (cart.ReadOnly)
                {
                    await TellOfOrderAsync(run, cart, operation, cancellationToken);
                }
                else
                {
                    await CartSteps.DeleteCartAsync(services.Api, cart.CartId, cancellationToken);
                }
            }
        }
        catch (OvhApiException e) when (e.Status is 403)
        {
            // Without the right to list carts none was ever made with these credentials.
        }
    }

    /// <summary>An interrupted run ordered beside what the state knew. It may have been meant; it must not be billed unseen.</summary>
    private async Task TellOfOrderAsync(OrderRun run, Cart cart, Operation operation, CancellationToken cancellationToken)
    {
        string? found;
        try
        {
            found = await _earlier.StandingAsync(run, cart, grace: TimeSpan.Zero, cancellationToken) is { } order ? $"order {order} stands" : null;
        }
        catch (OrderException e)
        {
            found = e.Message;
        }

        if (found is not null)
        {
            await operation.WarnAsync($"an interrupted run of this resource has ordered with cart {cart.CartId}, and this deletion does not end that order: {found}");
        }
    }
}
