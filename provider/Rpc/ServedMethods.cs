using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using PulumiOvhOrder.Rpc.Messages;
using Provider = PulumiOvhOrder.Rpc.Messages.ResourceProvider.ResourceProviderBase;

namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The methods of <c>pulumirpc.ResourceProvider</c>, added one by one. The generated binder would add them by generic virtual methods,
/// which native code looks up at run time, and by the service's descriptor: together half of the time to start.
/// </summary>
internal sealed class ServedMethods(MaintainerLog log) : IServiceMethodProvider<Provider>
{
    public const string Service = "pulumirpc.ResourceProvider";

    public void OnServiceMethodDiscovery(ServiceMethodProviderContext<Provider> context)
    {
        Add("Handshake", ProviderHandshakeRequest.Parser, ProviderHandshakeResponse.Parser, (s, r, c) => s.Handshake(r, c));
        Add("Attach", PluginAttach.Parser, Empty.Parser, (s, r, c) => s.Attach(r, c));
        Add("GetPluginInfo", Empty.Parser, PluginInfo.Parser, (s, r, c) => s.GetPluginInfo(r, c));
        Add("GetSchema", GetSchemaRequest.Parser, GetSchemaResponse.Parser, (s, r, c) => s.GetSchema(r, c));
        Add("GetMapping", GetMappingRequest.Parser, GetMappingResponse.Parser, (s, r, c) => s.GetMapping(r, c));
        Add("GetMappings", GetMappingsRequest.Parser, GetMappingsResponse.Parser, (s, r, c) => s.GetMappings(r, c));
        Add("CheckConfig", CheckRequest.Parser, CheckResponse.Parser, (s, r, c) => s.CheckConfig(r, c));
        Add("DiffConfig", DiffRequest.Parser, DiffResponse.Parser, (s, r, c) => s.DiffConfig(r, c));
        Add("Configure", ConfigureRequest.Parser, ConfigureResponse.Parser, (s, r, c) => s.Configure(r, c));
        Add("Invoke", InvokeRequest.Parser, InvokeResponse.Parser, (s, r, c) => s.Invoke(r, c));
        Add("Check", CheckRequest.Parser, CheckResponse.Parser, (s, r, c) => s.Check(r, c));
        Add("Diff", DiffRequest.Parser, DiffResponse.Parser, (s, r, c) => s.Diff(r, c));
        Add("Create", CreateRequest.Parser, CreateResponse.Parser, (s, r, c) => s.Create(r, c));
        Add("Read", ReadRequest.Parser, ReadResponse.Parser, (s, r, c) => s.Read(r, c));
        Add("Update", UpdateRequest.Parser, UpdateResponse.Parser, (s, r, c) => s.Update(r, c));
        Add("Delete", DeleteRequest.Parser, Empty.Parser, (s, r, c) => s.Delete(r, c));
        Add("Cancel", Empty.Parser, Empty.Parser, (s, r, c) => s.Cancel(r, c));
        context.AddServerStreamingMethod(
            Method(MethodType.ServerStreaming, "List", ListRequest.Parser, ListResponse.Parser),
            [],
            (service, request, responses, call) => GuardAsync(call, async () =>
            {
                await service.List(request, responses, call);
                return true;
            }));

        void Add<TRequest, TResponse>(
            string name,
            MessageParser<TRequest> requests,
            MessageParser<TResponse> responses,
            UnaryServerMethod<Provider, TRequest, TResponse> call)
            where TRequest : class, IMessage<TRequest>
            where TResponse : class, IMessage<TResponse> => context.AddUnaryMethod(
                Method(MethodType.Unary, name, requests, responses), [], (s, r, c) => GuardAsync(c, () => call(s, r, c)));
    }

    private static Method<TRequest, TResponse> Method<TRequest, TResponse>(
        MethodType type, string name, MessageParser<TRequest> requests, MessageParser<TResponse> responses)
        where TRequest : class, IMessage<TRequest>
        where TResponse : class, IMessage<TResponse> =>
        new(type, Service, name, MessageMarshaller.For(requests), MessageMarshaller.For(responses));

    /// <summary>Every failure leaves as a status of ours: the library would tell the engine no more than that there was one.</summary>
    private async Task<T> GuardAsync<T>(ServerCallContext call, Func<Task<T>> serve)
    {
        try
        {
            return await serve();
        }
        catch (Exception e)
        {
            log.Write($"{call.Method} failed: {e.GetType().Name}");
            if (FailureStatus.IsBug(e))
            {
                log.WriteBug(e);
            }

            throw FailureStatus.Of(e);
        }
    }
}
