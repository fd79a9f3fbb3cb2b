using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Read: refresh, get and import. Moves the id forward as the order does. An order that is not delivered keeps failing with what is
/// missing, because a Read that succeeds would tell the engine that there is nothing left to finish.
/// </summary>
internal sealed class CloudProjectReading(CloudProjectServices services)
{
    private readonly OrderReading _reading = new(services.Api, new EarlierOrders(services.Api, services.Known, services.Time));

    public async Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation)
    {
        services.RequireCredentials();
        var state = CloudProjectState.Read(request.Properties ?? PropertyValue.Map.Empty);
        var isKnown = state.Id is not null;
        var start = state.OrFrom(request.Id);
        if (start.Id is null)
        {
            throw new ProviderException(
                FailureKind.InvalidArgument, $"\"{request.Id}\" is no id of a project: expected its 32 hex digits, order/ORDERID or cart/CARTID");
        }

        var inputs = CloudProjectInputs.From(isKnown ? request.Inputs ?? PropertyValue.Map.Empty : PropertyValue.Map.Empty);
        var ledger = new OrderLedger(start);
        try
        {
            var run = new OrderRun(inputs.ToRequest(request.Urn, null, false), inputs.Goal, ledger, new OperationListener(operation));
            var finding = await _reading.ReadAsync(run, operation.CancellationToken);
            if (IsManaged(request) && finding is OrderFinding.There { Progress: { ProjectId: not null, Cart: { } cart, Order: { } order } progress } && progress.Id!.ToString() != request.Id)
            {
                // Delivered while nobody looked: the engine learns of it by this Read, as it otherwise does by Create.
                services.Known.Settle(cart, run.Request.Mark, order);
            }

            return Answer(request, inputs, isKnown, finding);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            var doing = $"reading {start.Id}";
            throw new ProviderException(CloudProjectFailure.KindOf(e), isKnown ? FailureText.Of(e, doing, ledger.Progress) : FailureText.OfCall(e, doing), e);
        }
    }

    private static ReadResponse Answer(ReadRequest request, CloudProjectInputs inputs, bool isKnown, OrderFinding finding)
    {
        switch (finding)
        {
            case OrderFinding.There { Progress: { ProjectId: null } progress, Recorded: var recorded } when IsManaged(request) && inputs.Checkout:
                throw Unfinished(request, isKnown, progress, recorded, $"cart {progress.Cart} is not ordered yet. The next `pulumi up` goes on with it");
            case OrderFinding.There { Progress: { ProjectId: null } progress, Recorded: var recorded, IsComplete: false } when IsManaged(request):
                throw Unfinished(request, isKnown, progress, recorded, $"cart {progress.Cart} does not hold what was asked for. The next `pulumi up` completes it");
            case OrderFinding.There there:
                return Response(request, isKnown, there.Progress, there.Recorded, refreshBeforeUpdate: there.Progress.ProjectId is null);
            case OrderFinding.Unfinished { IsAccepted: true } unfinished when isKnown && !inputs.WaitForDelivery:
                return Response(request, isKnown, unfinished.Progress, unfinished.Recorded, refreshBeforeUpdate: true);
            case OrderFinding.Unfinished unfinished:
                throw Unfinished(request, isKnown, unfinished.Progress, unfinished.Recorded, unfinished.Reason);
            default:
                return ReadResponse.Gone;
        }
    }

    /// <summary>A resource of the program, not a get or an import: only those are finished by a next run.</summary>
    private static bool IsManaged(ReadRequest request) => request.Inputs is { Items.Count: > 0 };

    private static ReadResponse Response(ReadRequest request, bool isKnown, OrderProgress progress, RecordedOrder recorded, bool refreshBeforeUpdate) => new(
        progress.Id!.ToString(), Outputs(request, isKnown, recorded, progress), Inputs(request, isKnown, recorded, progress), refreshBeforeUpdate);

    private static ResourceInitFailedException Unfinished(ReadRequest request, bool isKnown, OrderProgress progress, RecordedOrder recorded, string reason) =>
        new(FailureKind.FailedPrecondition, new PartialState(
            progress.Id!.ToString(), Outputs(request, isKnown, recorded, progress), [reason], Inputs(request, isKnown, recorded, progress), RefreshBeforeUpdate: true));

    /// <summary>A get has no inputs of its own, and all that can be read back among its outputs.</summary>
    private static PropertyValue.Map Outputs(ReadRequest request, bool isKnown, RecordedOrder recorded, OrderProgress progress) => CloudProjectState.Read(
        IsManaged(request) ? Inputs(request, isKnown, recorded, progress) : Recorded(recorded, progress), progress, isKnown, request.Properties);

    /// <summary>
    /// The state's own inputs with what can drift; for an import, what can be read back. What only this provider knows (how to pay, what
    /// may be spent, whether to wait) is echoed, or left out.
    /// </summary>
    private static PropertyValue.Map Inputs(ReadRequest request, bool isKnown, RecordedOrder recorded, OrderProgress progress)
    {
        if (isKnown && request.Inputs is { } inputs)
        {
            // A get has no inputs; they stay empty.
            return recorded.Description is { } now && inputs[Definition.Description.Name] is { } was && was.Plain() is PropertyValue.Text { Value: var text } && text != now
                ? inputs.With(Definition.Description.Name, was is PropertyValue.Secret ? PropertyValue.SecretOf(PropertyValue.Of(now)) : PropertyValue.Of(now))
                : inputs;
        }

        return request.Inputs ?? Recorded(recorded, progress).Without(Definition.Voucher.Name);
    }

    private static PropertyValue.Map Recorded(RecordedOrder recorded, OrderProgress progress)
    {
        var map = PropertyValue.Map.Empty
            .With(Definition.Description.Name, PropertyValue.Of(recorded.Description ?? progress.Project?.Name ?? "Public Cloud project"))
            .With(Definition.PlanCode.Name, (recorded.Settings?.PlanCode ?? progress.Project?.PlanCode) is { } plan ? PropertyValue.Of(plan) : null)
            .With(Definition.Duration.Name, recorded.Settings is { } s ? PropertyValue.Of(s.Duration) : null)
            .With(Definition.PricingMode.Name, recorded.Settings is { } m ? PropertyValue.Of(m.PricingMode) : null)
            .With(Definition.Quantity.Name, recorded.Settings is { } q ? PropertyValue.Of((double)q.Quantity) : null)
            .With(Definition.Voucher.Name, recorded.Voucher is { } voucher ? PropertyValue.SecretOf(PropertyValue.Of(voucher)) : null);
        return progress.IsOrdered ? map : map.With(Definition.Checkout.Name, PropertyValue.Of(false));
    }
}
