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
internal sealed class Composition(
    ConfigEnvironment environment, TimeProvider time, Func<double> chance, Action<string>? log) : IConfiguration
{
    /// <summary>The one version, pre-release part included.</summary>
    public static string Version { get; } =
        typeof(Composition).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";

    /// <summary>Warnings that this process has given; Configure may come again.</summary>
    private readonly ConcurrentDictionary<string, bool> _told = new();

    public static IProvider Provider(
        ConfigEnvironment environment, TimeProvider time, Func<double> chance, Action<string>? log, IEngine engine) =>
        new ProviderDispatcher(Version, PackageSchemaResource.Bytes, new Composition(environment, time, chance, log), engine);

    public IReadOnlySet<string> SecretKeys { get; } = ProviderConfigKeys.All.Where(k => k.IsSecret).Select(k => k.Name).ToHashSet();

    public CheckResponse Check(CheckRequest request) =>
        new(WithSecrets(request.News), ProviderConfigReader.Read(request.News, environment).Failures);

    public DiffResponse Diff(DiffRequest request) => ProviderConfigDiff.Diff(request);

    public IServices Configure(ConfigureRequest request, IEngine engine)
    {
        var reading = ProviderConfigReader.Read(request.Args, environment);
        if (reading.Config is not { } config)
        {
            throw new ProviderException(
                FailureKind.InvalidArgument,
                string.Join("\n", reading.Failures.Select(f => f.Property.Length == 0 ? f.Reason : $"ovh-order:{f.Property}: {f.Reason}")));
        }

        foreach (var warning in reading.Warnings.Where(w => _told.TryAdd(w, true)))
        {
            _ = engine.LogAsync(EngineSeverity.Warning, null, warning, ephemeral: false);
        }

        var settings =
            new OvhSettings(config.Endpoint, config.Credentials, config.MaxRetries, config.RequestTimeout, $"pulumi-ovh-order/{Version}");
        var api = OvhApi.Connect(settings, time, chance, socket: null, log);
        var orderSettings = new OrderSettings(config.OvhSubsidiary, config.PreviewQuote, config.Preflight, config.AdoptEarlierOrders)
        {
            IsEndpointNotKnownYet = reading.NotKnownYet.Contains(ProviderConfigKeys.Endpoint),
            IsSubsidiaryNotKnownYet = reading.NotKnownYet.Contains(ProviderConfigKeys.OvhSubsidiary),
        };
        return new Services(config.Credentials.Secrets, OrderServices(api, config.Credentials, orderSettings));
    }

    /// <summary>The rooms of Ordering, from what reads to what acts; each gets what it calls, and nothing builds its own.</summary>
    public static OrderServices OrderServices(OvhApi api, Credentials credentials, OrderSettings settings)
    {
        // What is asked of the account is the same for every resource that is previewed: nothing that decides reads through these.
        var previews = api.ForPreviews();
        var account = new Account(api, credentials is Credentials.Anonymous { AreNotKnownYet: true });
        var registry = new OwnershipRegistry(api.Time);
        var ends = new ProjectEnds();
        var gate = new CheckoutGate();
        var (carts, list, orders, records, delivered, emails, projects, evidence) = Readers(api, registry, ends, gate);
        var reconciler = new Reconciler(evidence, carts, orders, registry, api.Time);
        var steps = new OrderSteps(api, account, orders);
        var contents = new OrderContents(carts, records);
        var wait = new DeliveryWait(api, orders);
        var workflow = new OrderWorkflow(
            reconciler,
            new CartSteps(api, account, carts, registry),
            new CheckoutSteps(api, account, list, registry, gate, reconciler),
            steps,
            new Payment(api, account, contents, orders),
            wait,
            new ProjectSteps(api, delivered, projects, wait),
            carts,
            api.Time);
        var options = new OptionOrders(workflow, reconciler, carts, orders);
        return new OrderServices(
            api, account, registry, carts, orders, contents, new OrderLookup(api, delivered), projects,
            Readers(previews, registry, ends, gate).Evidence, workflow,
            new ProjectInventory(api, list, orders, records, carts, projects),
            new OrderRefresh(api, reconciler, carts, list, orders, records, steps, delivered, projects, options),
            options,
            new OrderDeletion(
                api, reconciler, carts, orders, delivered, new ProjectTermination(api, projects, emails, ends), options),
            new VoucherCredit(api, records),
            new QuoteService(api, account, workflow, carts),
            new Preflight(previews, account, credentials),
            settings);
    }

    /// <summary>What only reads.</summary>
    public static (CartReader Carts, OrderList List, OrderReader Orders, OrderRecords Records, DeliveredProject Delivered,
        TerminationEmail Emails, ProjectReader Projects, EvidenceCollector Evidence) Readers(
        OvhApi api, OwnershipRegistry registry, ProjectEnds ends, CheckoutGate gate)
    {
        var carts = new CartReader(api);
        var list = new OrderList(api);
        var orders = new OrderReader(api);
        var records = new OrderRecords(api);
        var delivered = new DeliveredProject(api, list);
        var emails = new TerminationEmail(api);
        var projects = new ProjectReader(api, orders, ends, emails);
        var matcher = new OrderMatcher(api, carts, list, records, registry);
        var evidence = new EvidenceCollector(api, carts, list, orders, matcher, delivered, projects, registry, gate);
        return (carts, list, orders, records, delivered, emails, projects, evidence);
    }

    /// <summary>
    /// The engine unwraps secrets before it asks, and keeps what it is answered: a credential given in clear is not stored in clear.
    /// </summary>
    private static PropertyValue.Map WithSecrets(PropertyValue.Map args) => ProviderConfigKeys.All.Where(k => k.IsSecret).Aggregate(
        args, (map, key) => map[key.Name] is { ContainsUnknown: false } value ? map.With(key.Name, PropertyValue.SecretOf(value)) : map);

    private sealed class Services(IReadOnlyCollection<string> secrets, OrderServices services) : IServices
    {
        public IReadOnlyDictionary<string, IResource> Resources { get; } =
            new IResource[] { new CloudProjectResource(services) }.ToDictionary(r => r.Token);

        public IReadOnlyDictionary<string, IFunction> Functions { get; } =
            new IFunction[]
            {
                new GetOffers(services), new GetQuote(services), new GetOrder(services), new GetPendingCarts(services),
                    new GetProjects(services),
                new GetPaymentMethods(services),
            }.ToDictionary(f => f.Token);

        public IReadOnlyCollection<string> Secrets => secrets;

        public IReadOnlySet<string> SecretProperties { get; } =
            CloudProjectDefinition.Definition.Inputs.Where(i => i.Secret).Select(i => i.Name).ToHashSet();

        public ValueTask DisposeAsync()
        {
            services.Api.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
