using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Create and Update: runs the order as far as the inputs say. Once anything exists, every end but success is partial state.</summary>
internal sealed class CloudProjectOrdering(OrderServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan CleanupTimeout = TimeSpan.FromSeconds(5);

    public async Task<OrderFacts> CreateAsync(CloudProjectInputs inputs, CreateRequest request, Operation operation)
    {
        var run = RunOf(inputs, request.Urn, new OrderLedger(new OrderFacts(), new RunKnowledge()), operation);
        var end = new FailedEnd(null, inputs.Values, run.Ledger);
        await InTimeAsync(request.Timeout, operation, end, async cancellationToken =>
        {
            try
            {
                await services.Workflow.RunAsync(run, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !operation.CancellationToken.IsCancellationRequested)
            {
                await WithdrawAsync(run);
                throw;
            }
        });
        return run.Facts;
    }

    public async Task<OrderFacts> UpdateAsync(
        CloudProjectInputs inputs, CloudProjectInputs olds, OrderFacts start, UpdateRequest request, Operation operation)
    {
        // The state keeps the old inputs until all is done: the next run has to see the difference again.
        var run = RunOf(inputs, request.Urn, new OrderLedger(start, RunKnowledge.Resuming(start)), operation);
        var end = new FailedEnd(request.Id, StateReader.InputsOf(request.Olds), run.Ledger);
        await InTimeAsync(request.Timeout, operation, end, async cancellationToken =>
        {
            await services.Workflow.RunAsync(run, cancellationToken);
            if (start.ProjectId is { } project && inputs.Voucher is { } voucher && voucher != olds.Voucher)
            {
                run.Ledger.Step = new OrderStep.CreditVoucher();
                await CreditAsync(run, project, voucher, cancellationToken);
            }
        });
        return run.Facts;
    }

    private OrderRun RunOf(CloudProjectInputs inputs, Urn urn, OrderLedger ledger, Operation operation)
    {
        services.RequireCredentials();
        var request = inputs.ToRequest(urn, services.Settings.OvhSubsidiary, services.Settings.AdoptEarlierOrders);
        return new OrderRun(request, inputs.Goal, ledger, new OperationListener(operation));
    }

    /// <summary>What was part of the order is never credited again; and a credit whose answer was lost is not repeated.</summary>
    private async Task CreditAsync(OrderRun run, ProjectId project, string voucher, CancellationToken cancellationToken)
    {
        if (run.Facts.OrderId is { } order && (await services.Orders.RecordedAsync(order, cancellationToken)).Voucher == voucher)
        {
            return;
        }

        try
        {
            await services.Api.Projects.CreditAsync(project, new Secret(voucher), cancellationToken);
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown)
        {
            throw new OrderException(new OrderFailure.CreditUnconfirmed(project), e);
        }
    }

    /// <summary>A create that fails for good leaves nothing, where its cart can be deleted.</summary>
    private async Task WithdrawAsync(OrderRun run)
    {
        using var limit = new CancellationTokenSource(CleanupTimeout, services.Time);
        try
        {
            await services.Workflow.WithdrawAsync(run, limit.Token);
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            // The cart stays, and so does the state that names it.
        }
    }

    private async Task InTimeAsync(TimeSpan? timeout, Operation operation, FailedEnd end, Func<CancellationToken, Task> run)
    {
        var limit = timeout ?? DefaultTimeout;
        using var deadline = new CancellationTokenSource(limit, services.Time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(operation.CancellationToken, deadline.Token);
        try
        {
            await run(linked.Token);
        }
#pragma warning disable CA1031 // Whatever ends an order, what exists has to reach the engine's state.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw end.Of(CloudProjectFailure.Named(e, limit, operation));
        }
    }
}
