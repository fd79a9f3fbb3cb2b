using Google.Protobuf;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests;

/// <summary>The generated client of a plugin, which reads answers that nest as deeply as the engine's may.</summary>
internal sealed class PluginClient(string address) : IDisposable
{
    private readonly GrpcChannel _channel = ClearTextChannel.To(address);

    /// <summary>For calls of methods that the generated client does not have.</summary>
    public CallInvoker Invoker => field ??= _channel.Intercept(new DeepAnswers());

    public ResourceProvider.ResourceProviderClient Methods => field ??= new ResourceProvider.ResourceProviderClient(Invoker);

    public void Dispose() => _channel.Dispose();

    /// <summary>
    /// The generated marshallers end at a hundred levels of protobuf; the property values of a state may need three times as many.
    /// </summary>
    private sealed class DeepAnswers : Interceptor
    {
        public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, WithDeepAnswers(context));

        public override AsyncServerStreamingCall<TResponse> AsyncServerStreamingCall<TRequest, TResponse>(
            TRequest request,
            ClientInterceptorContext<TRequest, TResponse> context,
            AsyncServerStreamingCallContinuation<TRequest, TResponse> continuation) =>
            continuation(request, WithDeepAnswers(context));

        private static ClientInterceptorContext<TRequest, TResponse> WithDeepAnswers<TRequest, TResponse>(
            ClientInterceptorContext<TRequest, TResponse> context)
            where TRequest : class
            where TResponse : class
        {
            var parser = ((IMessage)Activator.CreateInstance<TResponse>()).Descriptor.Parser;
            var method = context.Method;
            var answers = Marshallers.Create(
                method.ResponseMarshaller.ContextualSerializer,
                answer => (TResponse)MessageMarshaller.Read(parser, answer.PayloadAsNewBuffer()));
            return new(
                new Method<TRequest, TResponse>(method.Type, method.ServiceName, method.Name, method.RequestMarshaller, answers),
                context.Host,
                context.Options);
        }
    }
}
