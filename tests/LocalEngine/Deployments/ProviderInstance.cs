using System.Collections.Immutable;
using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.LocalEngine.Plugins;
using PulumiOvhOrder.LocalEngine.Programs;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.LocalEngine.Deployments;

/// <summary>A provider resource and the process that serves it: the calls about resources, with exactly the fields that the engine sends.</summary>
internal sealed class ProviderInstance
{
    private readonly PluginSession _session;
    private readonly string _engineAddress;
    private readonly Task _configured;

    /// <summary>Configures the process at once, beside whatever else happens; with unknown configuration (in a preview) never.</summary>
    public ProviderInstance(PluginSession session, ResourceState state, string engineAddress)
    {
        _session = session;
        _engineAddress = engineAddress;
        State = state;
        Configured = !state.Inputs.ContainsUnknown;
        _configured = Configured ? ConfigureAsync() : Task.CompletedTask;
        // Nobody may come to wait for it; then its failure matters to nobody either.
        _ = _configured.ContinueWith(t => t.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    public ResourceState State { get; }

    /// <summary>False when its configuration isn't known yet: then only the engine itself can answer.</summary>
    public bool Configured { get; }

    public Task CloseAsync() => _session.CloseAsync();

    public async Task<CheckAnswer> CheckAsync(string urn, string type, Map olds, Map news, byte[] randomSeed)
    {
        if (!Configured)
        {
            return new CheckAnswer(news, []);
        }

        var request = new CheckRequest
        {
            Urn = urn,
            Type = type,
            Name = NameOf(urn),
            Olds = Encode(olds),
            News = Encode(news),
            RandomSeed = ByteString.CopyFrom(randomSeed),
        };
        var response = await CallAsync(client => client.CheckAsync(request));
        return new CheckAnswer(ProviderValues.Decode(response.Inputs) ?? Map.Empty, response.Failures);
    }

    public async Task<DiffAnswer> DiffAsync(ResourceState old, string urn, Map outputs, Map oldInputs, Map news, ImmutableArray<string> ignoreChanges)
    {
        var request = new DiffRequest
        {
            Id = old.Id,
            Urn = urn,
            Type = old.Type,
            Name = NameOf(urn),
            Olds = Encode(outputs),
            OldInputs = Encode(oldInputs),
            News = Encode(news),
            IgnoreChanges = { ignoreChanges },
        };
        return DiffAnswer.From(await CallAsync(client => client.DiffAsync(request)), oldInputs, news);
    }

    public Task<DiffAnswer> DiffConfigAsync(ResourceState old) => _session.DiffConfigAsync(old, State.Inputs);

    public async Task<StateAnswer> CreateAsync(ResourceState resource, bool preview)
    {
        var request = new CreateRequest
        {
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Properties = Encode(resource.Inputs),
            Timeout = resource.Timeouts.Create,
            Preview = preview,
            ResourceStatusAddress = _engineAddress,
            ResourceStatusToken = Token(),
        };
        return await ChangeAsync(
            async () =>
            {
                var response = await CallAsync(client => client.CreateAsync(request));
                return new StateAnswer(response.Id, ProviderValues.Decode(response.Properties), null, response.RefreshBeforeUpdate, []);
            },
            preview);
    }

    public async Task<StateAnswer> UpdateAsync(ResourceState old, ResourceState resource, bool preview)
    {
        var request = new UpdateRequest
        {
            Id = old.Id,
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Olds = Encode(old.Outputs),
            OldInputs = Encode(old.Inputs),
            News = Encode(resource.Inputs),
            IgnoreChanges = { resource.IgnoreChanges },
            Timeout = resource.Timeouts.Update,
            Preview = preview,
            ResourceStatusAddress = _engineAddress,
            ResourceStatusToken = Token(),
        };
        return await ChangeAsync(
            async () =>
            {
                var response = await CallAsync(client => client.UpdateAsync(request));
                return new StateAnswer(old.Id ?? "", ProviderValues.Decode(response.Properties), null, response.RefreshBeforeUpdate, []);
            },
            preview);
    }

    /// <param name="properties">Null, with <paramref name="inputs"/>, for an import.</param>
    /// <param name="withStatus">False only for the import command.</param>
    public Task<StateAnswer> ReadAsync(string urn, string type, string id, Map? properties, Map? inputs, bool withStatus = true)
    {
        var request = new ReadRequest
        {
            Id = id,
            Urn = urn,
            Type = type,
            Name = NameOf(urn),
            Properties = properties is null ? null : Encode(properties),
            Inputs = inputs is null ? null : Encode(inputs),
            ResourceStatusAddress = withStatus ? _engineAddress : "",
            ResourceStatusToken = withStatus ? Token() : "",
        };
        return ChangeAsync(
            async () =>
            {
                var response = await CallAsync(client => client.ReadAsync(request));
                return new StateAnswer(
                    response.Id, ProviderValues.Decode(response.Properties), ProviderValues.Decode(response.Inputs), response.RefreshBeforeUpdate, []);
            },
            preview: false);
    }

    public Task DeleteAsync(ResourceState resource) => CallAsync(client => client.DeleteAsync(
        new DeleteRequest
        {
            Id = resource.Id,
            Urn = resource.Urn,
            Type = resource.Type,
            Name = resource.Name,
            Properties = Encode(resource.Outputs),
            OldInputs = Encode(resource.Inputs),
            Timeout = resource.Timeouts.Delete,
            ResourceStatusAddress = _engineAddress,
            ResourceStatusToken = Token(),
        }));

    public async Task<PropertyValue> InvokeAsync(string token, Map arguments, bool preview)
    {
        if (!Configured)
        {
            return UnknownValue;
        }

        InvokeResponse response;
        try
        {
            response = await CallAsync(client => client.InvokeAsync(
                new InvokeRequest { Tok = token, Args = Encode(arguments), Preview = preview }));
        }
        catch (StepException e)
        {
            throw new StepException($"invocation of {token} returned an error: {e.Message}");
        }

        return response.Failures.Count == 0
            ? ProviderValues.Decode(response.Return) ?? Map.Empty
            : throw new StepException(StateAnswer.Errors([.. response.Failures.Select(f => $"{token} invoke failed: {f.Reason} ({f.Property})")]));
    }

    private async Task ConfigureAsync()
    {
        var inputs = State.Inputs;
        var request = new ConfigureRequest
        {
            Args = Encode(inputs),
            AcceptSecrets = true,
            AcceptResources = true,
            SendsOldInputs = true,
            SendsOldInputsToDelete = true,
            Id = State.Id ?? ResourceState.UnknownId,
            Urn = State.Urn,
            Name = State.Name,
            Type = State.Type,
        };
        foreach (var (key, value) in inputs.Items.Where(i => i.Key != "version"))
        {
            var plain = value.Plain();
            request.Variables[$"{ResourceTypes.Package(State.Type)}:config:{key}"]
                = plain is Text text ? text.Value : StateValueJson.Write(plain)?.ToJsonString() ?? "null";
        }

        await _session.Client.ConfigureAsync(request);
    }

    /// <summary>A call that may fail with partial state, which is an answer too.</summary>
    private async Task<StateAnswer> ChangeAsync(Func<Task<StateAnswer>> call, bool preview)
    {
        if (!Configured)
        {
            // Nothing is known then.
            return new StateAnswer(ResourceState.UnknownId, Map.Empty, null, false, []);
        }

        StateAnswer answer;
        try
        {
            answer = await call();
        }
        catch (StepException e)
            when ((e.InnerException as RpcException)?.GetRpcStatus()?.GetDetail<ErrorResourceInitFailed>() is { } detail)
        {
            answer = new StateAnswer(
                detail.Id, ProviderValues.Decode(detail.Properties), ProviderValues.Decode(detail.Inputs), detail.RefreshBeforeUpdate, [.. detail.Reasons]);
        }

        if (!preview)
        {
            answer.RequireKnown();
        }

        return answer;
    }

    private async Task<TResponse> CallAsync<TResponse>(Func<ResourceProvider.ResourceProviderClient, AsyncUnaryCall<TResponse>> call)
    {
        try
        {
            await _configured;
            return await call(_session.Client);
        }
        catch (RpcException e)
        {
            throw new StepException(ProviderValues.Message(e), e);
        }
    }

    private static Struct Encode(Map map) => PropertyValueCodec.Encode(map);

    private static string NameOf(string urn) => new Urn(urn).Name;

    private static string Token() => Guid.NewGuid().ToString("D", CultureInfo.InvariantCulture);
}
