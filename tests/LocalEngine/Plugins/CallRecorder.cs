using Google.Protobuf;
using Grpc.Core;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <param name="Process">1, 2, … in the order in which the processes were started during the command.</param>
/// <param name="Request">Protobuf JSON.</param>
/// <param name="Response">Protobuf JSON; null when the call failed.</param>
/// <param name="Error">The failure as gRPC in Go prints it; null when the call succeeded.</param>
internal sealed record RecordedCall(int Process, string Method, string Request, string? Response, string? Error);

/// <summary>Every call to every process of one command, in the order of the answers.</summary>
internal sealed class CallRecorder
{
    private readonly List<RecordedCall> _calls = [];
    private int _processes;

    public IReadOnlyList<RecordedCall> Calls
    {
        get
        {
            lock (_calls)
            {
                return [.. _calls];
            }
        }
    }

    public int NextProcess() => Interlocked.Increment(ref _processes);

    public void Add(int process, string method, IMessage request, IMessage? response, RpcException? failure)
    {
        // Go spells one of the codes in the American way.
        var code = failure?.StatusCode == StatusCode.Cancelled ? "Canceled" : failure?.StatusCode.ToString();
        var error = failure is null ? null : $"rpc error: code = {code} desc = {failure.Status.Detail}";
        var call = new RecordedCall(process, method, Json(request), response is null ? null : Json(response), error);
        lock (_calls)
        {
            _calls.Add(call);
        }
    }

    private static string Json(IMessage message) => JsonFormatter.Default.Format(message);
}
