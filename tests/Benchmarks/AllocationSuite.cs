using Google.Protobuf;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>
/// What one call allocates from the bytes of its request to those of its answer, measured in this process and without HTTP.
/// </summary>
internal static class AllocationSuite
{
    private const int Calls = 2000;

    public static async Task RunAsync(Bench bench)
    {
        bench.ResetApi();
        using var engine = new EngineClient(MaintainerLog.Silent, TimeProvider.System);
        var environment = new ConfigEnvironment(_ => null, "/", null, _ => null);
        var provider = Composition.Provider(environment, TimeProvider.System, () => 0.5, log: null, engine);
        var args = PropertyValue.Map.Empty
            .With("endpoint", PropertyValue.Of(bench.Api.BaseUri.AbsoluteUri))
            .With("accessToken", PropertyValue.Of("at"))
            .With("ovhSubsidiary", PropertyValue.Of("FR"));
        await provider.ConfigureAsync(new ConfigureRequest { Args = PropertyValueCodec.Encode(args) }.ToPlugin(), CancellationToken.None);
        var create = new Project("allocation").ToCreate(preview: false).ToPlugin();
        var created = (await provider.CreateAsync(create, CancellationToken.None)).ToWire(preview: false);
        var project = new Project("allocation") { Id = created.Id, State = created.Properties };

        bench.Figures.Title("Allocation of a call, without HTTP");
        await AddAsync("Check", project.ToCheck(), async bytes =>
            (await provider.CheckAsync(Read(CheckRequest.Parser, bytes).ToPlugin(), CancellationToken.None)).ToWire());
        await AddAsync("Diff", project.ToDiff(), async bytes =>
            (await provider.DiffAsync(Read(DiffRequest.Parser, bytes).ToPlugin(), CancellationToken.None)).ToWire());

        async Task AddAsync(string method, IMessage request, Func<byte[], Task<IMessage>> call)
        {
            var bytes = request.ToByteArray();
            await RepeatAsync();
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await RepeatAsync();
            bench.Figures.Add(method, "KiB", (GC.GetTotalAllocatedBytes(precise: true) - before) / 1024.0 / Calls);

            async Task RepeatAsync()
            {
                for (var i = 0; i < Calls; i++)
                {
                    (await call(bytes)).ToByteArray();
                }
            }
        }
    }

    private static T Read<T>(MessageParser<T> parser, byte[] bytes)
        where T : IMessage<T> => (T)MessageMarshaller.Read(parser, bytes);
}
