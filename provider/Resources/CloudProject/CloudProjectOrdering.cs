using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Create and Update: runs the order as far as the inputs say. Once anything exists, every end but success is partial state.
/// </summary>
internal sealed class CloudProjectOrdering(OrderServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public async Task<OrderFacts> CreateAsync(CloudProjectInputs inputs, CreateRequest request, Operation operation)
    {
        var run = RunOf(inputs, request.Urn, new OrderLedger(new OrderFacts()), operation);
        var end = new FailedEnd(null, inputs.Values, run.Ledger);
        await InTimeAsync(request.Timeout, operation, end, async cancellationToken =>
        {
            try
            {
                await services.Workflow.RunAsync(run, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException || !operation.CancellationToken.IsCancellationRequested)
            {
                await services.Workflow.WithdrawAsync(run);
                throw;
            }
        });
        return run.Facts;
    }

    public async Task<OrderFacts> UpdateAsync(
        CloudProjectInputs inputs, CloudProjectInputs olds, OrderFacts start, UpdateRequest request, Operation operation)
    {
        // The state keeps the old inputs until all is done: the next run has to see the difference again.
        var run = RunOf(inputs, request.Urn, new OrderLedger(start), operation);
        run = run with { Request = run.Request with { RenamesProject = !request.IgnoreChanges.Contains(Definition.Description.Name) } };
        var end = new FailedEnd(request.Id, StateReader.InputsOf(request.Olds), run.Ledger);
        await InTimeAsync(request.Timeout, operation, end, async cancellationToken =>
        {
            if (!start.IsOrdered && olds.OvhSubsidiary is not null)
            {
                // The program may have removed it: the account's own, unlike that of the cart, is known only now.
                run = run with { Request = await WithSubsidiaryAsync(run.Request, cancellationToken) };
            }

            await services.Workflow.RunAsync(run, cancellationToken);
            if (start.ProjectId is not { } project)
            {
                return;
            }

            await services.Options.OrderAsync(run, inputs.OptionChanges(request.Olds, request.OldInputs), cancellationToken);
            if (inputs.Voucher is { } voucher && voucher != olds.Voucher)
            {
                run.Ledger.Step = new OrderStep.CreditVoucher();
                await CreditAsync(run, project, voucher, StateReader.IsImported(request.Olds), end, cancellationToken);
            }
        });
        return run.Facts with { UnfinishedOptionOrder = null, FinishedOptionOrders = run.Facts.AllOptionOrders };
    }

    private async Task<OrderRequest> WithSubsidiaryAsync(OrderRequest request, CancellationToken cancellationToken) => request with
    {
        OvhSubsidiary = request.OvhSubsidiary ?? await services.Account.SubsidiaryAsync(cancellationToken),
    };

    private OrderRun RunOf(CloudProjectInputs inputs, Urn urn, OrderLedger ledger, Operation operation)
    {
        services.RequireCredentials();
        var request = inputs.ToRequest(urn, services.Settings.OvhSubsidiary) with
        {
            AdoptEarlierOrders = services.Settings.AdoptEarlierOrders,
        };
        return new OrderRun(request, inputs.Goal, ledger, new OperationListener(operation));
    }

    private async Task CreditAsync(
        OrderRun run, ProjectId project, string voucher, bool isImported, FailedEnd end, CancellationToken cancellationToken)
    {
        try
        {
            await services.Credit.AddAsync(run.Facts, project, voucher, isImported, cancellationToken);
        }
        catch (OrderException e) when (e.Failure is OrderFailure.CreditUnconfirmed { IsShown: false })
        {
            end.Voucher = voucher;
            throw;
        }
    }

    private async Task InTimeAsync(TimeSpan? timeout, Operation operation, FailedEnd end, Func<CancellationToken, Task> run)
    {
        using var limit = new TimeLimit(timeout ?? DefaultTimeout, operation, services.Time);
        try
        {
            await run(limit.Token);
        }
#pragma warning disable CA1031 // Whatever ends an order, what exists has to reach the engine's state.
        catch (Exception e)
#pragma warning restore CA1031
        {
            throw end.Of(limit.Named(e));
        }
    }
}
