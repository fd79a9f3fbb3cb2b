using System.Collections.Concurrent;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary><c>ovh-order:index:CloudProject</c>: a Public Cloud project, from the cart to the end.</summary>
internal sealed class CloudProjectResource(OrderServices services) : IResource, IListable
{
    /// <summary>
    /// What the engine's state has: a Create of the same name, in the same process, is the replacement, whatever asks for it.
    /// </summary>
    private readonly ConcurrentDictionary<Urn, OrderFacts> _inState = new();
    private readonly CloudProjectOrdering _ordering = new(services);
    private readonly CloudProjectPreview _preview = new(services, new PreviewOfOrders(services), new PreviewOfPrices(services));
    private readonly CloudProjectRefresh _refresh = new(services);
    private readonly CloudProjectDeletion _deletion = new(services);
    private readonly CloudProjectListing _listing = new(services);

    public string Token => Definition.Token;

    public CheckResponse Check(CheckRequest request)
    {
        if (request.Olds is null or { Items.IsEmpty: true })
        {
            // Nothing of it is in the state: known before the Create, which may wait for those of others.
            services.Registry.RecordMention(CloudProjectInputs.TagOf(request.Urn));
        }

        return new CheckResponse(request.News, [.. CloudProjectCheck.Check(request.News, services.Api.Endpoint)]);
    }

    public DiffResponse Diff(DiffRequest request)
    {
        RecordState(request.Urn, request.Id, request.Olds);
        return CloudProjectDiff.Diff(request);
    }

    public async Task<CreateResponse> CreateAsync(CreateRequest request, Operation operation)
    {
        var inputs = CloudProjectInputs.From(request.Properties);
        services.Registry.RecordMention(CloudProjectInputs.TagOf(request.Urn));
        if (request.Preview)
        {
            var outputs = await _preview.CreateAsync(inputs, request.Urn, _inState.GetValueOrDefault(request.Urn), operation);
            return new CreateResponse("", outputs, RefreshBeforeUpdate: false);
        }

        RequireValid(inputs);
        var facts = await AloneAsync(request.Urn, () => _ordering.CreateAsync(inputs, request, operation));
        await TellAsync(facts, inputs, operation);
        return new CreateResponse(facts.Id!.ToString(), StateWriter.Write(request.Properties, facts), RefreshBeforeUpdate(facts));
    }

    public async Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation)
    {
        if (request.Properties is { } properties)
        {
            RecordState(request.Urn, request.Id, properties);
        }

        var response = await _refresh.ReadAsync(request, operation);
        if (response == ReadResponse.Gone)
        {
            _inState.TryRemove(request.Urn, out _);
        }

        return response;
    }

    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, Operation operation)
    {
        RecordState(request.Urn, request.Id, request.Olds);
        var inputs = CloudProjectInputs.From(request.News);
        var olds = Olds(request);
        var start = StateReader.Read(request.Olds).OrFrom(request.Id);
        var options = inputs.OptionChanges(request.Olds, request.OldInputs);
        if (!start.IsOrdered)
        {
            inputs = inputs.WithResolved(request.Olds, request.OldInputs, services.Settings.OvhSubsidiary);
        }

        CloudProjectRefusals.Check(inputs, olds, start, StateReader.IsImported(request.Olds), options);
        if (request.Preview)
        {
            return new UpdateResponse(await _preview.UpdateAsync(inputs, start, request, operation), RefreshBeforeUpdate: false);
        }

        RequireValid(inputs);
        var facts = await AloneAsync(request.Urn, () => _ordering.UpdateAsync(inputs, olds, start, request, operation));
        if (start.ProjectId is null)
        {
            await TellAsync(facts, inputs, operation);
        }
        else if (facts.FinishedOptionOrders.Length > start.FinishedOptionOrders.Length)
        {
            await operation.InfoAsync(PriceMessages.OptionsOrdered(facts.FinishedOptionOrders[^1], inputs));
        }
        else
        {
            await operation.StatusAsync(PriceMessages.UpToDate(start.ProjectId.Value));
        }

        var isIdBehind = facts.Id!.ToString() != request.Id;
        var outputs = StateWriter.Write(request.News, facts);
        return new UpdateResponse(
            start.IsOrdered ? LeftOut.Keep(outputs, request.Olds) : outputs, isIdBehind || RefreshBeforeUpdate(facts));
    }

    /// <summary>The engine makes one call for a resource at a time; a client that sends it twice must not order twice.</summary>
    private async Task<OrderFacts> AloneAsync(Urn urn, Func<Task<OrderFacts>> order)
    {
        var tag = CloudProjectInputs.TagOf(urn);
        if (!services.Registry.TryBegin(tag))
        {
            throw new ProviderException(
                FailureKind.FailedPrecondition,
                "another call is creating or updating this resource at the same time. Wait until it has ended, then run `pulumi up` again");
        }

        try
        {
            var facts = await order();
            services.Registry.RecordState(tag, facts);
            return facts;
        }
        finally
        {
            services.Registry.End(tag);
        }
    }

    /// <summary>
    /// Money is spent on inputs that are known and valid, however it is called: a ceiling that is not understood is not "no ceiling".
    /// </summary>
    /// <exception cref="ProviderException">They are not; nothing was called.</exception>
    private void RequireValid(CloudProjectInputs inputs)
    {
        var unknown = inputs.Unknown.Order(StringComparer.Ordinal)
            .Select(name => new CheckFailure(name, "is not known, so nothing is ordered"));
        var failures = CloudProjectCheck.Check(inputs.Values, services.Api.Endpoint).Concat(unknown)
            .Select(f => $"{f.Property}: {f.Reason}").ToList();
        if (failures.Count > 0)
        {
            throw new ProviderException(FailureKind.InvalidArgument, string.Join("\n", failures));
        }
    }

    /// <summary>
    /// The inputs of an import are those that can be read back; a voucher that the order was placed with, or that was tried, is among the
    /// outputs. A cart may have been ordered without the voucher that the program said of it before.
    /// </summary>
    private static CloudProjectInputs Olds(UpdateRequest request)
    {
        var (olds, state) = (CloudProjectInputs.From(request.OldInputs), CloudProjectInputs.From(request.Olds));
        var isKnown = state.Description is not null && !StateReader.IsImported(request.Olds);
        return olds with { Voucher = state.Voucher ?? (isKnown ? null : olds.Voucher) };
    }

    public Task DeleteAsync(DeleteRequest request, Operation operation)
    {
        RecordState(request.Urn, request.Id, request.Properties);
        return _deletion.DeleteAsync(request, operation);
    }

    public IAsyncEnumerable<ListItem> ListAsync(ListRequest request, Operation operation) => _listing.ListAsync(request, operation);

    /// <summary>What was done, in a line that stays; a warning where a person must act.</summary>
    private static Task TellAsync(OrderFacts facts, CloudProjectInputs inputs, Operation operation) =>
        facts is { ProjectId: null, Status: Ovh.Models.OrderStatus.NotPaid } && inputs.Payment == PaymentKind.Manual
            ? operation.WarnAsync(PriceMessages.Result(facts, inputs))
            : operation.InfoAsync(PriceMessages.Result(facts, inputs));

    private bool RefreshBeforeUpdate(OrderFacts facts) => facts.NeedsRefreshBeforeUpdate(services.Time.GetUtcNow());

    private void RecordState(Urn urn, string id, PropertyValue.Map state)
    {
        var facts = StateReader.Read(state).OrFrom(id);
        _inState[urn] = facts;
        services.Registry.RecordState(CloudProjectInputs.TagOf(urn), facts);
    }
}
