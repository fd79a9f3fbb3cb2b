using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;
using static PulumiOvhOrder.LocalEngine.Deployments.ProviderValues;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>
/// A provider resource and the process that serves it: the calls about resources, with exactly the fields that the engine sends.
/// </summary>
internal sealed class ProviderInstance(PluginSession session, ResourceState state)
{
    // At once, beside whatever else happens; with unknown configuration (in a preview) never.
    private readonly Task _configured = state.Inputs.ContainsUnknown ? Task.CompletedTask : ConfigureAsync(session, state);

    public ResourceState State => state;

    /// <summary>False when its configuration isn't known yet: then only the engine itself can answer.</summary>
    public bool Configured => !state.Inputs.ContainsUnknown;

    public Task CloseAsync() => session.CloseAsync();

    public async Task<CheckAnswer> CheckAsync(ResourceState goal, Map olds, Map news, byte[] randomSeed)
    {
        if (!Configured)
        {
            return new CheckAnswer(news, []);
        }

        var seed = ByteString.CopyFrom(randomSeed);
        var response = await CallAsync(client => client.CheckAsync(
            new CheckRequest
            {
                Urn = goal.Urn,
                Type = goal.Type,
                Name = goal.Name,
                Olds = Encode(olds),
                News = Encode(news),
                RandomSeed = seed,
            }));
        return new CheckAnswer(Decode(response.Inputs) ?? Map.Empty, response.Failures);
    }

    /// <param name="old">Compared are its outputs and inputs.</param>
    public async Task<DiffAnswer> DiffAsync(ResourceState old, ResourceState goal) => DiffAnswer.From(
        await CallAsync(client => client.DiffAsync(new DiffRequest
        {
            Id = old.Id,
            Urn = goal.Urn,
            Type = goal.Type,
            Name = goal.Name,
            Olds = Encode(old.Outputs),
            OldInputs = Encode(old.Inputs),
            News = Encode(goal.Inputs),
            IgnoreChanges = { goal.IgnoreChanges },
        })));

    public Task<DiffAnswer> DiffConfigAsync(ResourceState old) => session.DiffConfigAsync(old, state.Inputs);

    public Task<StateAnswer> CreateAsync(ResourceState resource, bool preview) => ChangeAsync(
        preview,
        client => client.CreateAsync(new CreateRequest
        {
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Properties = Encode(resource.Inputs),
            Timeout = resource.CustomTimeouts?.Create ?? 0,
            Preview = preview,
            ResourceStatusAddress = session.EngineAddress,
            ResourceStatusToken = Token(),
        }),
        response => new(response.Id, Decode(response.Properties), null, response.RefreshBeforeUpdate, []));

    public Task<StateAnswer> UpdateAsync(ResourceState old, ResourceState resource, bool preview) => ChangeAsync(
        preview,
        client => client.UpdateAsync(new UpdateRequest
        {
            Id = old.Id,
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Olds = Encode(old.Outputs),
            OldInputs = Encode(old.Inputs),
            News = Encode(resource.Inputs),
            IgnoreChanges = { resource.IgnoreChanges },
            Timeout = resource.CustomTimeouts?.Update ?? 0,
            Preview = preview,
            ResourceStatusAddress = session.EngineAddress,
            ResourceStatusToken = Token(),
        }),
        response => new(old.Id ?? "", Decode(response.Properties), null, response.RefreshBeforeUpdate, []));

    /// <param name="properties">Null, with <paramref name="inputs"/>, for an import.</param>
    /// <param name="withStatus">False only for the import command.</param>
    public Task<StateAnswer> ReadAsync(ResourceState resource, string id, Map? properties, Map? inputs, bool withStatus = true) =>
        ChangeAsync(
            preview: false,
            client => client.ReadAsync(new ReadRequest
            {
                Id = id,
                Urn = resource.Urn,
                Type = resource.Type,
                Name = resource.Name,
                Properties = Encode(properties),
                Inputs = Encode(inputs),
                ResourceStatusAddress = withStatus ? session.EngineAddress : "",
                ResourceStatusToken = withStatus ? Token() : "",
            }),
            response => new(response.Id, Decode(response.Properties), Decode(response.Inputs), response.RefreshBeforeUpdate, []));

    public Task<Empty> DeleteAsync(ResourceState resource) => CallAsync(client => client.DeleteAsync(new DeleteRequest
    {
        Id = resource.Id,
        Urn = resource.Urn,
        Type = resource.Type,
        Name = resource.Name,
        Properties = Encode(resource.Outputs),
        OldInputs = Encode(resource.Inputs),
        Timeout = resource.CustomTimeouts?.Delete ?? 0,
        ResourceStatusAddress = session.EngineAddress,
        ResourceStatusToken = Token(),
    }));

    public async Task<PropertyValue> InvokeAsync(string token, Map arguments, bool preview)
    {
        if (!Configured)
        {
            return UnknownValue;
        }

        var request = new InvokeRequest { Tok = token, Args = Encode(arguments), Preview = preview };
        var response = await CallAsync(client => client.InvokeAsync(request), $"invocation of {token} returned an error: ");
        return response.Failures.Count == 0
            ? Decode(response.Return) ?? Map.Empty
            : throw new StepException(
                StateAnswer.Errors([.. response.Failures.Select(f => $"{token} invoke failed: {f.Reason} ({f.Property})")]));
    }

    private static async Task ConfigureAsync(PluginSession session, ResourceState state)
    {
        var request = new ConfigureRequest
        {
            Args = Encode(state.Inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = state.Id ?? ResourceState.UnknownId,
            Urn = state.Urn,
            Name = state.Name,
            Type = state.Type,
        };
        foreach (var (key, value) in state.Inputs.Items)
        {
            var plain = value.Plain();
            request.Variables[$"{ResourceTypes.Package(state.Type)}:config:{key}"]
                = plain is Text text ? text.Value : StateJson.Write(plain)?.ToJsonString() ?? "null";
        }

        await session.CallAsync(client => client.ConfigureAsync(request));
    }

    /// <summary>A call that may fail with partial state, which is an answer too.</summary>
    private async Task<StateAnswer> ChangeAsync<TResponse>(
        bool preview, Func<ResourceProvider.ResourceProviderClient, AsyncUnaryCall<TResponse>> call, Func<TResponse, StateAnswer> read)
    {
        if (!Configured)
        {
            // Nothing is known then.
            return new StateAnswer(ResourceState.UnknownId, Map.Empty, null, false, []);
        }

        StateAnswer answer;
        try
        {
            answer = read(await CallAsync(call));
        }
        catch (StepException e)
            when ((e.InnerException as RpcException)?.GetRpcStatus()?.GetDetail<ErrorResourceInitFailed>() is { } detail)
        {
            answer = new(
                detail.Id, Decode(detail.Properties), Decode(detail.Inputs), detail.RefreshBeforeUpdate, [.. detail.Reasons]);
        }

        if (!preview)
        {
            answer.RequireKnown();
        }

        return answer;
    }

    private async Task<TResponse> CallAsync<TResponse>(
        Func<ResourceProvider.ResourceProviderClient, AsyncUnaryCall<TResponse>> call, string failure = "")
    {
        await _configured;
        return await session.CallAsync(call, failure);
    }

    private static Struct? Encode(Map? map) => map is null ? null : PropertyValueCodec.Encode(map);

    private static string Token() => Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
}
