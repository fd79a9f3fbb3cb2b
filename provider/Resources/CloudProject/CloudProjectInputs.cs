using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>The inputs of one project, typed, as far as they are known.</summary>
internal sealed record CloudProjectInputs
{
    public required PropertyValue.Map Values { get; init; }

    /// <summary>Names of the inputs that are not (fully) known yet.</summary>
    public required ImmutableHashSet<string> Unknown { get; init; }

    public string? Description { get; init; }

    public string? OvhSubsidiary { get; init; }

    public string? PlanCode { get; init; }

    public string? Duration { get; init; }

    public string? PricingMode { get; init; }

    public long? Quantity { get; init; }

    public string? CatalogName { get; init; }

    public string? Voucher { get; init; }

    public required ImmutableSortedDictionary<string, string> Configuration { get; init; }

    public required ImmutableArray<OptionRequest> Options { get; init; }

    public bool Checkout { get; init; } = true;

    public PaymentKind Payment { get; init; }

    public PaymentMethodId? PaymentMethodId { get; init; }

    public bool WaiveRetractationPeriod { get; init; }

    public decimal? MaxPrice { get; init; }

    public bool WaitForDelivery { get; init; } = true;

    /// <summary>How far Create and Update go.</summary>
    public OrderGoal Goal => !Checkout ? OrderGoal.Cart : WaitForDelivery ? OrderGoal.Delivered : OrderGoal.Ordered;

    public static CloudProjectInputs From(PropertyValue.Map values)
    {
        var reader = new PropertyReader(values);
        return new CloudProjectInputs
        {
            Values = values,
            Unknown = reader.Unknown,
            Description = reader.Text(Definition.Description.Name),
            OvhSubsidiary = reader.Text(Definition.OvhSubsidiary.Name)?.ToUpperInvariant(),
            PlanCode = reader.Text(Definition.PlanCode.Name),
            Duration = reader.Text(Definition.Duration.Name),
            PricingMode = reader.Text(Definition.PricingMode.Name),
            Quantity = reader.Integer(Definition.Quantity.Name),
            CatalogName = reader.Text(Definition.CatalogName.Name),
            Voucher = reader.Text(Definition.Voucher.Name),
            Configuration = reader.Texts(Definition.Configuration.Name) ?? NoTexts,
            Options = OptionsOf(reader),
            Checkout = reader.Bool(Definition.Checkout.Name) ?? true,
            Payment = reader.Text(Definition.Payment.Name) == "manual" ? PaymentKind.Manual : PaymentKind.Automatic,
            PaymentMethodId = reader.Integer(Definition.PaymentMethodId.Name) is > 0 and var method ? new PaymentMethodId(method) : null,
            WaiveRetractationPeriod = reader.Bool(Definition.WaiveRetractationPeriod.Name) ?? false,
            MaxPrice = reader.Number(Definition.MaxPrice.Name),
            WaitForDelivery = reader.Bool(Definition.WaitForDelivery.Name) ?? true,
        };
    }

    /// <summary>
    /// What neither this program nor its last version says of a pending cart is as it was resolved; nor what a program leaves out of an
    /// imported one. With another plan, all of it is resolved again.
    /// </summary>
    /// <param name="oldInputs">The last version's.</param>
    /// <param name="defaultSubsidiary">The provider's own; null leaves it to the account.</param>
    public CloudProjectInputs WithResolved(PropertyValue.Map state, PropertyValue.Map oldInputs, string? defaultSubsidiary)
    {
        var given = From(StateReader.IsImported(state) ? PropertyValue.Map.Empty : oldInputs);
        var resolved = From(state);
        var inputs = this with
        {
            OvhSubsidiary = OvhSubsidiary ?? defaultSubsidiary ?? (given.OvhSubsidiary is null ? resolved.OvhSubsidiary : null),
        };
        return (PlanCode ?? (given.PlanCode is null ? resolved.PlanCode : null)) != resolved.PlanCode ? inputs : inputs with
        {
            PlanCode = resolved.PlanCode,
            Duration = Duration ?? (given.Duration is null ? resolved.Duration : null),
            PricingMode = PricingMode ?? (given.PricingMode is null ? resolved.PricingMode : null),
            Quantity = Quantity ?? (given.Quantity is null ? resolved.Quantity : null),
            CatalogName = CatalogName ?? (given.CatalogName is null ? resolved.CatalogName : null),
        };
    }

    /// <param name="urn">Decides the cart's tag.</param>
    /// <param name="defaultSubsidiary">The provider's own; null leaves it to the account.</param>
    public OrderRequest ToRequest(Urn urn, string? defaultSubsidiary) => new()
    {
        Tag = TagOf(urn),
        Description = Description ?? "",
        OvhSubsidiary = OvhSubsidiary ?? defaultSubsidiary,
        PlanCode = PlanCode,
        Duration = Duration,
        PricingMode = PricingMode,
        Quantity = Quantity,
        CatalogName = CatalogName,
        Voucher = Voucher,
        Configuration = Configuration,
        Options = Options,
        Payment = Payment,
        PaymentMethodId = PaymentMethodId,
        WaiveRetractationPeriod = WaiveRetractationPeriod,
        MaxPrice = MaxPrice,
    };

    /// <summary>What an update changes of the options; null where that is not known, and then nothing is ordered.</summary>
    /// <param name="oldInputs">The program's before, where the state does not say how it was resolved.</param>
    public OptionChanges? OptionChanges(PropertyValue.Map state, PropertyValue.Map oldInputs)
    {
        var has = state[Definition.Options.Name] ?? oldInputs[Definition.Options.Name];
        if (has is null || has.ContainsUnknown || Unknown.Contains(Definition.Options.Name))
        {
            return null;
        }

        return Ordering.OptionChanges.Of(OptionsOf(has), Options)
            .Managed(StateReader.IsImported(state) ? [] : OptionsOf(oldInputs[Definition.Options.Name]));
    }

    public static ImmutableArray<OptionRequest> OptionsOf(PropertyValue? options) =>
        From(PropertyValue.Map.Empty.With(Definition.Options.Name, options)).Options;

    public static string TagOf(Urn urn) => CartTag.For(urn.Value, $"{urn.Stack}/{urn.Project}/{urn.Name}");

    private static ImmutableSortedDictionary<string, string> NoTexts { get; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static ImmutableArray<OptionRequest> OptionsOf(PropertyReader reader) =>
        [.. (reader.Objects(Definition.Options.Name) ?? []).Select((option, i) => Option(option) with { Place = i })];

    private static OptionRequest Option(PropertyReader option) => new(
        option.Text(Definition.PlanCode.Name) ?? "",
        option.Text(Definition.Duration.Name),
        option.Text(Definition.PricingMode.Name),
        option.Integer(Definition.Quantity.Name),
        option.Texts(Definition.Configuration.Name) ?? NoTexts);
}
