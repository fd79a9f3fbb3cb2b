using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Create and Update: runs the order as far as the inputs say. Once anything exists, every end but success is partial state.
/// </summary>
internal sealed class CloudProjectOrdering(OrderServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan CleanupTimeout = TimeSpan.FromSeconds(5);

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
        var run = RunOf(inputs, request.Urn, new OrderLedger(start), operation);
        var end = new FailedEnd(request.Id, StateReader.InputsOf(request.Olds), run.Ledger);
        await InTimeAsync(request.Timeout, operation, end, async cancellationToken =>
        {
            await services.Workflow.RunAsync(run, cancellationToken);
            if (start.ProjectId is not { } project)
            {
                return;
            }

            await OrderOptionsAsync(run, project, inputs.OptionChanges(request.Olds, request.OldInputs), end, cancellationToken);
            if (inputs.Voucher is { } voucher && voucher != olds.Voucher)
            {
                run.Ledger.Step = new OrderStep.CreditVoucher();
                await CreditAsync(run, project, voucher, StateReader.IsImported(request.Olds), end, cancellationToken);
            }
        });
        return run.Facts with
        {
            OptionOrder = null,
            OptionOrders = run.Facts.OptionOrder is { } options ? run.Facts.OptionOrders.Add(options) : run.Facts.OptionOrders,
        };
    }

    /// <summary>
    /// Orders what was added to the options of a project that is there, or goes on with such an order. It counts as unfinished until the
    /// whole update is done: the state has the old inputs until then, and the next run would order the same again.
    /// </summary>
    private async Task OrderOptionsAsync(
        OrderRun run, ProjectId project, OptionChanges? changes, FailedEnd end, CancellationToken cancellationToken)
    {
        await FollowAsync(run, project, cancellationToken);
        var open = run.Facts.OpenOptionOrder;
        var ordered = open;
        if (changes is { Added: { IsEmpty: false } added })
        {
            ordered = await OrderAsync(run.ForOptions(project, added, open), end, cancellationToken);
        }
        else if (open is not null)
        {
            await WithdrawOptionsAsync(run, open, end, cancellationToken);
            ordered = null;
        }

        run.Ledger.Update(f => f with { OptionOrder = ordered });
        if (changes is not null)
        {
            var options = changes.Resolved(ordered is null ? [] : RecordedOrder.OptionsOf(ordered.Options));
            run.Ledger.Update(f => f.WithOptions(options));
        }
    }

    /// <summary>Orders of options that an update did not wait for, or left to be paid.</summary>
    private async Task FollowAsync(OrderRun run, ProjectId project, CancellationToken cancellationToken)
    {
        foreach (var order in run.Facts.OptionOrders.Where(o => o.IsAwaited))
        {
            var followed = run.ForOptions(project, RecordedOrder.OptionsOf(order.Options), order);
            try
            {
                await services.Workflow.RunAsync(followed, cancellationToken).ToldForAsync(followed.Request);
            }
            finally
            {
                run.Ledger.Update(f => f with { OptionOrders = f.OptionOrders.Replace(order, followed.Facts) });
            }
        }
    }

    private async Task<OrderFacts> OrderAsync(OrderRun options, FailedEnd end, CancellationToken cancellationToken)
    {
        end.Options = options;
        try
        {
            await services.Workflow.RunAsync(options, cancellationToken).ToldForAsync(options.Request);
        }
        catch (Exception e) when (e is not OperationCanceledException && options.Knowledge.Cart is { ReadOnly: false })
        {
            // It is known not to be checked out; a cart that could not be looked into may have become an order.
            await WithdrawAsync(options);
            throw;
        }

        end.Options = null;
        return options.Facts;
    }

    /// <summary>The program does not ask any more for the options of an order that no update has got through with.</summary>
    private async Task WithdrawOptionsAsync(OrderRun run, OrderFacts open, FailedEnd end, CancellationToken cancellationToken)
    {
        switch (await services.Refresh.OptionOrderAsync(run, open, cancellationToken))
        {
            case { OrderId: { } order } placed:
                end.Options = run.ForOptions(run.ProjectId, [], placed);
                throw new OrderException(end.Options.Request.Told(new OrderFailure.OrderNotRequested(order, placed.Status)));
            case { CartId: { } cart }:
                await services.Carts.DeleteAsync(cart, cancellationToken);
                break;
        }
    }

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
