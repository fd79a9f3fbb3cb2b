using System.Collections.Concurrent;
using System.Reflection;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Functions;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder;

/// <summary>Builds the object graph by hand; the second half exists only after Configure.</summary>
internal sealed class Composition(ConfigSurroundings surroundings, TimeProvider time, Func<double> chance, Action<string>? log) : IConfiguration
{
    /// <summary>The one version, pre-release part included.</summary>
    public static string Version { get; } =
        typeof(Composition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Warnings that this process has given; Configure may come again.</summary>
    private readonly ConcurrentDictionary<string, bool> _told = new();

    public static IProvider Provider(ConfigSurroundings surroundings, TimeProvider time, Func<double> chance, Action<string>? log, IEngine engine) =>
        new OrderProvider(Version, PackageSchemaResource.Bytes, new Composition(surroundings, time, chance, log), engine);

    public CheckResponse Check(CheckRequest request) =>
        new(WithSecrets(request.News), ProviderConfigReader.Read(request.News, surroundings).Failures);

    public DiffResponse Diff(DiffRequest request) => ProviderConfigDiff.Diff(request);

    public IServices Configure(ConfigureRequest request, IEngine engine)
    {
        var reading = ProviderConfigReader.Read(request.Args, surroundings);
        if (reading.Config is not { } config)
        {
            throw new ProviderException(
                FailureKind.InvalidArgument, string.Join("\n", reading.Failures.Select(f => f.Property.Length == 0 ? f.Reason : $"ovh-order:{f.Property}: {f.Reason}")));
        }

        foreach (var warning in reading.Warnings.Where(w => _told.TryAdd(w, true)))
        {
            _ = engine.LogAsync(EngineSeverity.Warning, null, warning, ephemeral: false, CancellationToken.None);
        }

        var settings = new OvhSettings(config.Endpoint, config.Credentials, config.MaxRetries, config.RequestTimeout, $"pulumi-ovh-order/{Version}");
        var api = OvhApi.Connect(settings, time, chance, socket: null, log);
        var account = new Account(api, config.Credentials is Credentials.Anonymous { AreNotKnownYet: true });
        var known = new KnownOrders(api.Time);
        var workflow = new OrderWorkflow(api, account, known, api.Time);
        return new Services(
            new CloudProjectServices(
                api, account, known, workflow, new QuoteService(api, account, workflow, api.Time),
                new Preflight(api, account, config.Credentials), api.Time,
                new CloudProjectSettings(config.OvhSubsidiary, config.PreviewQuote, config.Preflight, config.AdoptEarlierOrders)
                {
                    IsEndpointNotKnownYet = reading.NotKnownYet.Contains(ProviderConfigKeys.Endpoint),
                    IsSubsidiaryNotKnownYet = reading.NotKnownYet.Contains(ProviderConfigKeys.OvhSubsidiary),
                }),
            log);
    }

    /// <summary>The engine unwraps secrets before it asks, and keeps what it is answered: a credential given in clear is not stored in clear.</summary>
    private static PropertyValue.Map WithSecrets(PropertyValue.Map args) => ProviderConfigKeys.All.Where(k => k.IsSecret).Aggregate(
        args, (map, key) => map[key.Name] is { ContainsUnknown: false } value ? map.With(key.Name, PropertyValue.SecretOf(value)) : map);

    private sealed class Services : IServices
    {
        private readonly CloudProjectServices _services;
        private readonly CartFarewell _farewell;

        public Services(CloudProjectServices services, Action<string>? log)
        {
            _services = services;
            _farewell = new CartFarewell(services.Api, services.Known, log);
            Resources = new IResource[] { new CloudProjectResource(services) }.ToDictionary(r => r.Token);
            Functions = new IFunction[] { new GetOffers(services), new GetQuote(services), new GetOrder(services), new GetPendingCarts(services) }
                .ToDictionary(f => f.Token);
        }

        public IReadOnlyDictionary<string, IResource> Resources { get; }

        public IReadOnlyDictionary<string, IFunction> Functions { get; }

        public Task FarewellAsync(CancellationToken cancellationToken) => _farewell.TakeMarksOffAsync(cancellationToken);

        public ValueTask DisposeAsync()
        {
            _services.Known.Dispose();
            _services.Api.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
