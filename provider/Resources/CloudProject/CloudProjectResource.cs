using System.Collections.Concurrent;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary><c>ovh-order:index:CloudProject</c>: a Public Cloud project, from the cart to the end.</summary>
internal sealed class CloudProjectResource(CloudProjectServices services) : IResource
{
    /// <summary>What a Diff found to be replaced: a Create of the same name, in the same process, is the replacement.</summary>
    private readonly ConcurrentDictionary<Urn, OrderProgress> _replaced = new();
    private readonly CloudProjectOrdering _ordering = new(services);
    private readonly CloudProjectPreview _preview = new(services);
    private readonly CloudProjectReading _reading = new(services);
    private readonly CloudProjectDeletion _deletion = new(services);

    public string Token => Definition.Token;

    public CheckResponse Check(CheckRequest request) =>
        new(request.News, [.. CloudProjectCheck.Check(request.News, services.Api.Endpoint)]);

    public DiffResponse Diff(DiffRequest request)
    {
        Remember(request.Urn, request.Olds);
        var diff = CloudProjectDiff.Diff(request);
        if (diff.Replaces)
        {
            _replaced[request.Urn] = CloudProjectState.Read(request.Olds).OrFrom(request.Id);
        }

        return diff;
    }

    public async Task<CreateResponse> CreateAsync(CreateRequest request, Operation operation)
    {
        var inputs = CloudProjectInputs.From(request.Properties);
        if (request.Preview)
        {
            return new CreateResponse("", await _preview.CreateAsync(inputs, request.Urn, _replaced.GetValueOrDefault(request.Urn), operation), RefreshBeforeUpdate: false);
        }

        var progress = await _ordering.CreateAsync(inputs, request, operation);
        await TellAsync(progress, inputs, operation);
        return new CreateResponse(progress.Id!.ToString(), CloudProjectState.Write(request.Properties, progress), IsUnfinished(progress));
    }

    public Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation)
    {
        if (request.Properties is { } properties)
        {
            Remember(request.Urn, properties);
        }

        return _reading.ReadAsync(request, operation);
    }

    public async Task<UpdateResponse> UpdateAsync(UpdateRequest request, Operation operation)
    {
        Remember(request.Urn, request.Olds);
        var inputs = CloudProjectInputs.From(request.News);
        var olds = Olds(request);
        var start = CloudProjectState.Read(request.Olds).OrFrom(request.Id);
        CloudProjectRefusals.Check(inputs, olds, start, CloudProjectState.IsImported(request.Olds));
        if (request.Preview)
        {
            return new UpdateResponse(await _preview.UpdateAsync(inputs, start, request, operation), RefreshBeforeUpdate: false);
        }

        var progress = await _ordering.UpdateAsync(inputs, olds, start, request, operation);
        if (start.ProjectId is null)
        {
            await TellAsync(progress, inputs, operation);
        }

        var isIdBehind = progress.Id!.ToString() != request.Id;
        return new UpdateResponse(CloudProjectState.Write(request.News, progress), isIdBehind || IsUnfinished(progress));
    }

    /// <summary>The inputs of an import are those that can be read back; a voucher that the order was placed with is among the outputs.</summary>
    private static CloudProjectInputs Olds(UpdateRequest request)
    {
        var olds = CloudProjectInputs.From(request.OldInputs);
        return olds with { Voucher = olds.Voucher ?? CloudProjectInputs.From(request.Olds).Voucher };
    }

    public Task DeleteAsync(DeleteRequest request, Operation operation)
    {
        Remember(request.Urn, request.Properties);
        return _deletion.DeleteAsync(request, operation);
    }

    /// <summary>What was done, in a line that stays; a warning where a person must act.</summary>
    private static Task TellAsync(OrderProgress progress, CloudProjectInputs inputs, Operation operation) =>
        progress is { ProjectId: null, Status: Ovh.Models.OrderStatus.NotPaid } && inputs.Payment == PaymentKind.Manual
            ? operation.WarnAsync(QuoteText.Result(progress, inputs))
            : operation.InfoAsync(QuoteText.Result(progress, inputs));

    /// <summary>A cart may expire and an order may be delivered without this provider: the next run reads them first.</summary>
    private static bool IsUnfinished(OrderProgress progress) => progress.ProjectId is null;

    private void Remember(Urn urn, PropertyValue.Map state) =>
        services.Known.SawInState(CloudProjectInputs.MarkOf(urn), CloudProjectState.Read(state));
}
