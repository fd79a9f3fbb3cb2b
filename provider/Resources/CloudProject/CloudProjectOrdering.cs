using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Create and Update: runs the order as far as the inputs say, and turns every end but success into partial state.</summary>
internal sealed class CloudProjectOrdering(CloudProjectServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);

    public Task<OrderProgress> CreateAsync(CloudProjectInputs inputs, CreateRequest request, Operation operation) =>
        RunAsync(inputs, request.Urn, new OrderProgress(), null, inputs.Values, request.Timeout, operation);

    /// <param name="id">The id that the engine has already; null on a create.</param>
    /// <param name="unless">The inputs that hold as long as this is not done.</param>
    private async Task<OrderProgress> RunAsync(
        CloudProjectInputs inputs, Urn urn, OrderProgress start, string? id, PropertyValue.Map unless, TimeSpan? timeout, Operation operation)
    {
        var ledger = new OrderLedger(start);
        var request = inputs.ToRequest(urn, services.Settings.OvhSubsidiary, services.Settings.AdoptEarlierOrders);
        services.RequireCredentials();
        var run = new OrderRun(request, inputs.Goal, ledger, new OperationListener(operation));
        await InTimeAsync(unless, id, ledger, timeout, operation, cancellationToken => services.Workflow.RunAsync(run, cancellationToken));
        if (start.ProjectId is null)
        {
            Settle(request, ledger.Progress);
        }

        return ledger.Progress;
    }

    public async Task<OrderProgress> UpdateAsync(
        CloudProjectInputs inputs, CloudProjectInputs olds, OrderProgress start, UpdateRequest request, Operation operation)
    {
        // The state keeps the old inputs until all is done: the next run has to see the difference again.
        var unless = CloudProjectState.InputsOf(request.Olds);
        var progress = await RunAsync(inputs, request.Urn, start.Resumed(), request.Id, unless, request.Timeout, operation);
        if (start.ProjectId is { } project && inputs.Voucher is { } voucher && voucher != olds.Voucher)
        {
            await InTimeAsync(unless, request.Id, new OrderLedger(progress), request.Timeout, operation, cancellationToken =>
                services.Api.Projects.CreditAsync(project, new Secret(voucher), cancellationToken), doing: "crediting the voucher");
        }

        return progress;
    }

    private async Task InTimeAsync(
        PropertyValue.Map unless, string? id, OrderLedger ledger, TimeSpan? timeout, Operation operation, Func<CancellationToken, Task> run, string? doing = null)
    {
        var limit = timeout ?? DefaultTimeout;
        using var deadline = new CancellationTokenSource(limit, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(operation.CancellationToken, deadline.Token);
        try
        {
            await run(either.Token);
        }
#pragma warning disable CA1031 // Whatever ends an order, what exists has to reach the engine's state.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var error = CloudProjectFailure.Named(e, limit, operation);
            throw CloudProjectFailure.From(error, CloudProjectFailure.KindOf(error), id, unless, ledger, doing ?? StepText.Doing(ledger));
        }
    }

    /// <summary>Once the engine has it, no later Create may take it for the remains of an interrupted run.</summary>
    private void Settle(OrderRequest request, OrderProgress progress)
    {
        services.Known.SawInState(request.Mark, progress);
        if (progress is { Cart: { } cart, Order: { } order })
        {
            services.Known.Settle(cart, request.Mark, order);
        }
    }
}
