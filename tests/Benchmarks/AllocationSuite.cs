using Google.Protobuf;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>What one call allocates from the bytes of its request to those of its answer, measured in this process and without HTTP.</summary>
internal static class AllocationSuite
{
    private const int Calls = 2000;

    public static async Task RunAsync(Bench bench)
    {
        bench.ResetApi();
        using var engine = new EngineClient(MaintainerLog.Silent, TimeProvider.System);
        var surroundings = new ConfigSurroundings(_ => null, "/", null, _ => null);
        var routes = ResourceProviderRoutes.For(Composition.Provider(surroundings, TimeProvider.System, () => 0.5, log: null, engine), engine);
        var args = PropertyValue.Map.Empty
            .With("endpoint", PropertyValue.Of(bench.Api.BaseUri.AbsoluteUri))
            .With("accessToken", PropertyValue.Of("at"))
            .With("ovhSubsidiary", PropertyValue.Of("FR"));
        await CallAsync("Configure", new ConfigureRequest { Args = PropertyValueCodec.Encode(args) });
        var created = CreateResponse.Parser.ParseFrom((await CallAsync("Create", new Project("allocation").ToCreate(preview: false))).AsSpan(GrpcFrame.PrefixLength));
        var project = new Project("allocation") { Id = created.Id, State = created.Properties };

        bench.Figures.Title("Allocation of a call, without HTTP");
        await AddAsync("Check", project.ToCheck());
        await AddAsync("Diff", project.ToDiff());

        async Task AddAsync(string method, IMessage request)
        {
            var bytes = request.ToByteArray();
            var handle = routes["/pulumirpc.ResourceProvider/" + method].Handle;
            await RepeatAsync();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await RepeatAsync();
            bench.Figures.Add(method, "KiB", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / Calls);

            async Task RepeatAsync()
            {
                for (var call = 0; call < Calls; call++)
                {
                    await handle(bytes, CancellationToken.None);
                }
            }
        }

        Task<byte[]> CallAsync(string method, IMessage request) =>
            routes["/pulumirpc.ResourceProvider/" + method].Handle(request.ToByteArray(), CancellationToken.None);
    }
}
