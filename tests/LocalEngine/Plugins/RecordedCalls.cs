using System.Collections.Concurrent;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;

namespace PulumiOvhOrder.LocalEngine.Plugins;

/// <summary>Records every call of one process, and cuts those that still run when the process is gone.</summary>
internal sealed class RecordedCalls(CallRecorder recorder, int process) : Interceptor, IDisposable
{
    private readonly CancellationTokenSource _cut = new();
    private readonly ConcurrentBag<Task> _calls = [];

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var linked = CancellationTokenSource.CreateLinkedTokenSource(_cut.Token, context.Options.CancellationToken);
        var call = continuation(request, new(context.Method, context.Host, context.Options.WithCancellationToken(linked.Token)));
        var answer = RecordAsync();
        _calls.Add(answer);
        return new AsyncUnaryCall<TResponse>(answer, call.ResponseHeadersAsync, call.GetStatus, call.GetTrailers, call.Dispose);

        async Task<TResponse> RecordAsync()
        {
            TResponse? response = null;
            RpcException? failure = null;
            try
            {
                response = await call;
                return response;
            }
            catch (RpcException e)
            {
                failure = e;
                throw;
            }
            finally
            {
                recorder.Add(process, context.Method.Name, (IMessage)request, (IMessage?)response, failure);
                linked.Dispose();
            }
        }
    }

    public async Task EndAsync()
    {
        await _cut.CancelAsync();

        // A call that is not awaited (a Configure) is recorded too.
        await Task.WhenAll(_calls).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose() => _cut.Dispose();
}
