using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class ServedMethodsTests
{
    [Fact]
    public async Task Every_method_of_the_protocol_is_served_with_its_messages()
    {
        var service = ResourceProvider.Descriptor;

        var served = await ServedAsync();

        served.ShouldBe(
            service.Methods.Select(m => Line(
                service.FullName,
                m.Name,
                m.IsServerStreaming ? MethodType.ServerStreaming : MethodType.Unary,
                m.InputType.ClrType,
                m.OutputType.ClrType)),
            ignoreOrder: true);
    }

    private static async Task<List<string>> ServedAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore();
        builder.Services.AddGrpc();
        builder.Services.RemoveAll(typeof(IServiceMethodProvider<>));
        builder.Services.AddSingleton<IServiceMethodProvider<ResourceProvider.ResourceProviderBase>>(
            new ServedMethods(MaintainerLog.Silent));
        await using var app = builder.Build();
        app.MapGrpcService<ResourceProvider.ResourceProviderBase>();
        return
        [
            .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)
                .Select(endpoint => endpoint.Metadata.GetMetadata<GrpcMethodMetadata>()?.Method)
                .OfType<IMethod>()
                .Select(m => Line(m.ServiceName, m.Name, m.Type, m.GetType().GenericTypeArguments[0], m.GetType().GenericTypeArguments[1])),
        ];
    }

    private static string Line(string service, string method, MethodType type, Type request, Type response) =>
        $"{service}/{method}: {type} {request.Name} -> {response.Name}";
}
