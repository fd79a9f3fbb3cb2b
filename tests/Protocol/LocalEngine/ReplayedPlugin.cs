using System.Text.Json.Nodes;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;
using Status = Grpc.Core.Status;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>
/// Plays the recorded provider: process by process it answers what was answered then, and notes every call that wasn't made then or was
/// made with other contents.
/// </summary>
internal sealed class ReplayedPlugin(RecordedStep step) : IPluginLauncher
{
    private const string Undelivered = "order 123456 is not delivered yet (status: delivering)";

    private readonly List<TranscriptCall> _expected = [.. step.Transcript.Calls];
    private readonly List<string> _differences = [];
    private readonly List<TranscriptCall> _calls = [];
    private readonly TaskCompletionSource _hanging = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _cancelled = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _taken = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _processes;

    /// <summary>In the order in which they came.</summary>
    public IReadOnlyList<TranscriptCall> Calls
    {
        get
        {
            lock (_expected)
            {
                return [.. _calls];
            }
        }
    }

    /// <summary>Ends when a call has come that hangs until Cancel.</summary>
    public Task Hanging => _hanging.Task;

    public IReadOnlyList<string> Differences
    {
        get
        {
            lock (_expected)
            {
                return [.. _differences, .. _expected.Select(c => $"process {c.Process}: no {c.Method} {c.Subject}")];
            }
        }
    }

    public async Task<IPluginProcess> StartAsync(PluginLaunch launch, CancellationToken cancellationToken)
    {
        var process = Interlocked.Increment(ref _processes);
        var server =
            GrpcServer.For<ResourceProvider.ResourceProviderBase>(new Service(this, process), new ServedMethods(MaintainerLog.Silent));
        return new Process(server, $"127.0.0.1:{await server.StartAsync(cancellationToken)}");
    }

    private async Task<TResponse> AnswerAsync<TResponse>(int process, string method, IMessage message)
        where TResponse : IMessage<TResponse>, new()
    {
        var call = Take(process, method, JsonNode.Parse(JsonFormatter.Default.Format(message))!.AsObject());
        if (method == "Cancel")
        {
            _cancelled.TrySetResult();
        }

        if (step.IsTold(method.ToLowerInvariant(), "hang", call.Subject)
            || step.IsTold(method.ToLowerInvariant(), "hangplain", call.Subject))
        {
            _hanging.TrySetResult();
            await _cancelled.Task;
        }

        if (call.Error is not null)
        {
            await EarlierAsync(call);
        }
        else
        {
            var response = JsonParser.Default.Parse<TResponse>(call.Response?.ToJsonString() ?? "{}");
            if (response is GetSchemaResponse schema)
            {
                schema.Schema = RecordedSchema.Text;
            }

            return response;
        }

        if (method == "Configure" && step.Told["missingKeys"] is { } missing)
        {
            throw FailureStatus.WithDetail(call.Code, call.Message, new ConfigureErrorMissingKeys
            {
                MissingKeys = { new ConfigureErrorMissingKeys.Types.MissingKey { Name = (string)missing!, Description = "the token" } },
            });
        }

        throw Partial(call) is { } partial
            ? new ResourceInitFailedException(FailureKind.FailedPrecondition, partial)
            : new RpcException(new Status(call.Code, call.Message));
    }

    /// <summary>
    /// A failure keeps the engine from beginning anything else, so it must not come before the calls that were answered earlier have begun.
    /// </summary>
    private async Task EarlierAsync(TranscriptCall failed)
    {
        var earlier = step.Transcript.Calls.TakeWhile(c => c != failed).Where(c => c.Process == failed.Process).ToList();
        while (true)
        {
            Task next;
            lock (_expected)
            {
                if (!earlier.Exists(_expected.Contains))
                {
                    return;
                }

                next = _taken.Task;
            }

            await next;
        }
    }

    /// <summary>The recorded call that this one is: the first one left about the same subject.</summary>
    private TranscriptCall Take(int process, string method, JsonObject request)
    {
        lock (_expected)
        {
            var asked = new TranscriptCall(process, method, request, null, null);
            _calls.Add(asked);
            var call = _expected.FirstOrDefault(c => c.Process == process && c.Method == method && c.Subject == asked.Subject);
            if (call is null)
            {
                _differences.Add($"process {process}: unexpected {method} {asked.Subject}");
                throw new RpcException(new Status(StatusCode.Aborted, $"{method} was not recorded here"));
            }

            _expected.Remove(call);
            _taken.SetResult();
            _taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var (expected, actual) = (Comparable(call.Request), Comparable(request));
            if (!JsonNode.DeepEquals(expected, actual))
            {
                _differences.Add($"process {process}: {method} {asked.Subject}\n  recorded {expected.ToJsonString()}\n  now      "
                    + $"{actual.ToJsonString()}");
            }

            return call;
        }
    }

    /// <summary>Without what differs from run to run; that it was sent is compared all the same.</summary>
    private static JsonObject Comparable(JsonObject request)
    {
        var copy = request.DeepClone().AsObject();
        foreach (var key in copy.Select(p => p.Key).ToList())
        {
            var changing = key is "randomSeed" or "resourceStatusToken" or "resourceStatusAddress" or "engineAddress" or "mapperTarget"
                or "loaderTarget" or "resolverTarget" or "rootDirectory" or "programDirectory"
                || (key == "id" && copy.ContainsKey("args") && (string)copy[key]! != ResourceState.UnknownId);
            if (changing)
            {
                copy[key] = "(varies)";
            }
        }

        return copy;
    }

    /// <summary>What a failed call said exists: not recorded itself, but the state or the comparison that follows shows it.</summary>
    private PartialState? Partial(TranscriptCall call)
    {
        var stored = step.StateAfter is { } json ? StateJson.Read(json).Find(call.Subject) : null;
        switch (call.Method)
        {
            case "Create" when step.IsTold("create", "partial", call.Subject) || step.IsTold("create", "hang", call.Subject):
            case "Update" when step.IsTold("update", "partial", call.Subject) || step.IsTold("update", "hang", call.Subject):
                return new PartialState(stored!.Id!, stored.Outputs, stored.InitErrors, null, stored.RefreshBeforeUpdate);
            case "Read" when step.IsTold("read", "unhealthy", call.Subject):
                var diff = step.Transcript.Calls.SkipWhile(c => c != call)
                    .FirstOrDefault(c => c.Method == "Diff" && c.Subject == call.Subject)?.Request;
                return diff is null
                    ? new PartialState(stored!.Id!, stored.Outputs, stored.InitErrors, stored.Inputs, stored.RefreshBeforeUpdate)
                    : new PartialState((string)diff["id"]!, Map(diff["olds"]), [Undelivered], Map(diff["oldInputs"]), true);
            default:
                return null;
        }

        static PropertyValue.Map Map(JsonNode? node) =>
            PropertyValueCodec.Decode(JsonParser.Default.Parse<Struct>(node?.ToJsonString() ?? "{}"));
    }

    private sealed class Service(ReplayedPlugin plugin, int process) : ResourceProvider.ResourceProviderBase
    {
        public override Task<ProviderHandshakeResponse> Handshake(ProviderHandshakeRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<ProviderHandshakeResponse>(process, "Handshake", request);

        public override Task<PluginInfo> GetPluginInfo(Empty request, ServerCallContext context) =>
            plugin.AnswerAsync<PluginInfo>(process, "GetPluginInfo", request);

        public override Task<GetSchemaResponse> GetSchema(GetSchemaRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<GetSchemaResponse>(process, "GetSchema", request);

        public override Task<Wire.CheckResponse> CheckConfig(Wire.CheckRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.CheckResponse>(process, "CheckConfig", request);

        public override Task<Wire.DiffResponse> DiffConfig(Wire.DiffRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.DiffResponse>(process, "DiffConfig", request);

        public override Task<Wire.ConfigureResponse> Configure(Wire.ConfigureRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.ConfigureResponse>(process, "Configure", request);

        public override Task<Wire.CheckResponse> Check(Wire.CheckRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.CheckResponse>(process, "Check", request);

        public override Task<Wire.DiffResponse> Diff(Wire.DiffRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.DiffResponse>(process, "Diff", request);

        public override Task<Wire.CreateResponse> Create(Wire.CreateRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.CreateResponse>(process, "Create", request);

        public override Task<Wire.ReadResponse> Read(Wire.ReadRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.ReadResponse>(process, "Read", request);

        public override Task<Wire.UpdateResponse> Update(Wire.UpdateRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.UpdateResponse>(process, "Update", request);

        public override Task<Empty> Delete(Wire.DeleteRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Empty>(process, "Delete", request);

        public override Task<Wire.InvokeResponse> Invoke(Wire.InvokeRequest request, ServerCallContext context) =>
            plugin.AnswerAsync<Wire.InvokeResponse>(process, "Invoke", request);

        public override Task<Empty> Cancel(Empty request, ServerCallContext context) =>
            plugin.AnswerAsync<Empty>(process, "Cancel", request);
    }

    private sealed class Process(GrpcServer server, string address) : IPluginProcess
    {
        public string Address => address;

        public string Directory => "/plugin";

        public bool HasEnded => false;

        public string Output => "";

        public async Task StopAsync()
        {
            await server.StopAsync(CancellationToken.None);
            server.Dispose();
        }
    }
}
