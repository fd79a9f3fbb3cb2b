using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin.Schema;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>The one table of the resource's properties; names are written here and nowhere else.</summary>
internal static class CloudProjectDefinition
{
    public const string Token = "ovh-order:index:CloudProject";

    private const string Replaces = "After checkout, changing it replaces the project: a new one is ordered and the old one is deleted.";
    private const string RebuildsCart = "Changing it rebuilds a pending cart. " + Replaces;
    private const string FutureOrdersOnly = "Changing it affects future orders only.";
    private const string UnpaidAndFutureOrders = "Changing it affects unpaid and future orders only.";

    public static EnumDefinition PaymentEnum { get; } = new("Payment", "How the order is paid.",
    [
        new EnumValue(
            "Automatic", "automatic",
            "The account's default payment method, or `paymentMethodId`, pays the order. A total of zero is paid from the account's "
                + "fidelity account, if it has one."),
        new EnumValue("Manual", "manual", "The order is placed and left unpaid. You pay it at `orderUrl`."),
    ]);

    public static EnumDefinition StageEnum { get; } = new("Stage", "How far the order has come.",
    [
        new EnumValue("Cart", "cart", "The cart is priced. No order is placed."),
        new EnumValue("Ordered", "ordered", "The order is placed and not delivered yet."),
        new EnumValue("Delivered", "delivered", "The project exists."),
        new EnumValue("Cancelled", "cancelled", "The order was cancelled. Nothing was delivered."),
    ]);

    public static PropertyDefinition Description { get; } = new("description", new PropertyType.Text(1, ProgrammableName.MaxLength),
        "The project's name, 1 to 255 characters.")
    { Required = true, Change = "Changing it renames the project in place." };

    public static PropertyDefinition OvhSubsidiary { get; } = new("ovhSubsidiary", new PropertyType.Text(1),
        "The OVHcloud subsidiary to order from, such as `FR` or `CA`. It determines language, currency and tax. Defaults to the provider's "
            + "`ovhSubsidiary`, or to the account's own subsidiary if that is not set.")
    { OrderTime = true, Change = "Changing it deletes a pending cart and creates another one. " + Replaces };

    public static PropertyDefinition PlanCode { get; } = new("planCode", new PropertyType.Text(1),
        "The plan to order. Defaults to `project.2018`, or to `project` on the US site.")
    { OrderTime = true, Change = RebuildsCart };

    public static PropertyDefinition Duration { get; } = new("duration", new PropertyType.Text(1),
        "The duration to order, in ISO 8601, such as `P1M`. Defaults to the duration of the offer's renewal price.")
    { OrderTime = true, Change = RebuildsCart };

    public static PropertyDefinition PricingMode { get; } = new("pricingMode", new PropertyType.Text(1),
        "The pricing mode to order. Defaults to `default` if it is offered, or to the pricing mode of the offer's renewal price.")
    { OrderTime = true, Change = RebuildsCart };

    public static PropertyDefinition Quantity { get; } = new("quantity", new PropertyType.Integer(1),
        "The number of units to order, at least 1.")
    { OrderTime = true, Default = 1, Change = RebuildsCart };

    public static PropertyDefinition CatalogName { get; } = new("catalogName", new PropertyType.Text(1),
        "The catalog to order from, for accounts that have their own. Defaults to the public catalog.")
    { OrderTime = true, Change = RebuildsCart };

    public static PropertyDefinition Voucher { get; } = new("voucher", new PropertyType.Text(1), "A voucher code to order with.")
    {
        Secret = true,
        Change = "Changing it updates a pending cart. On a delivered project, the new voucher is credited to the project. "
            + "Between checkout and delivery, a change is refused.",
    };

    public static PropertyDefinition Configuration { get; } = new("configuration", new PropertyType.MapOf(new PropertyType.Text()),
        "Further configuration of the ordered item, by label, such as `vrack` or `infrastructure`. The labels `description` and `voucher` "
            + "are refused here: use the inputs of the same name.")
    { OrderTime = true, Change = "Changing it updates a pending cart. " + Replaces };

    private static PropertyType OptionList { get; } = new PropertyType.ListOf(new PropertyType.Nested(OptionObject()));

    public static PropertyDefinition Options { get; } = new("options", OptionList, "The options to order with the project.")
    {
        OrderTime = true,
        OrderedInPlace = true,
        Change =
            "Changing it rebuilds a pending cart. Adding an option to a delivered project orders it in place. Removing or changing one on "
            + "a delivered project is refused. While the project's order is not delivered yet, changing it is refused.",
    };

    public static PropertyDefinition Checkout { get; } = new("checkout", new PropertyType.Boolean(),
        "Whether the order is placed. `false` prepares and prices the cart; no order is placed.")
    { Default = true, Change = "Changing it to `true` places the order. After checkout, changing it to `false` is refused." };

    public static PropertyDefinition Payment { get; } = new("payment", new PropertyType.Choice(PaymentEnum),
        "How the order is paid. With `automatic`, the account's default payment method or `paymentMethodId` pays it; without "
            + "`paymentMethodId`, a total of zero is paid from the account's fidelity account, if it has one. With `manual`, the order is "
            + "placed and left unpaid, and you pay it at `orderUrl`.")
    {
        Default = "automatic",
        Change = "Changing it to `automatic` pays an unpaid order. Changing it to `manual` leaves an unpaid order unpaid.",
    };

    public static PropertyDefinition PaymentMethodId { get; } = new("paymentMethodId", new PropertyType.Integer(1, IsId: true),
        "The id of the registered payment method that pays the order (see `getPaymentMethods`). Used only with `payment: automatic`. "
            + "Defaults to the account's default payment method.")
    { Change = UnpaidAndFutureOrders };

    public static PropertyDefinition WaiveRetractationPeriod { get; } = new("waiveRetractationPeriod", new PropertyType.Boolean(),
        "Whether to waive the right of withdrawal from the order (the spelling is the API's). Sent at checkout only if it is `true`.")
    { Default = false, Change = FutureOrdersOnly };

    public static PropertyDefinition MaxPrice { get; } = new("maxPrice", new PropertyType.Number(0),
        "The highest total, including tax and in the order's currency, that may be ordered. Above this, nothing is ordered. The price is "
            + "compared in the preview, just before checkout and before payment. The comparison is exact: nothing is rounded, and an order "
            + "in `points` is compared in points. There is no limit by default. A value that is unknown when `pulumi up` creates or "
            + "updates the resource is refused, because the order would have no limit.")
    { Change = UnpaidAndFutureOrders };

    public static PropertyDefinition WaitForDelivery { get; } = new("waitForDelivery", new PropertyType.Boolean(),
        "Whether to wait until the project is delivered. With `false`, the update ends when the order is accepted.")
    {
        Default = true,
        Change = "Changing it to `true` waits for an order that is not delivered yet. "
            + "Changing it to `false` has no effect on an existing order.",
    };

    public static PropertyDefinition Stage { get; } = Output("stage", new PropertyType.Choice(StageEnum),
        "How far the order has come.", always: true);

    public static PropertyDefinition CartId { get; } = Output("cartId", new PropertyType.Text(),
        "The id of the cart that the order was placed from.");

    public static PropertyDefinition ItemId { get; } = Output("itemId", new PropertyType.Integer(IsId: true),
        "The id of the project's item in the cart.");

    public static PropertyDefinition ConfigurationIds { get; } = Output("configurationIds",
        new PropertyType.MapOf(new PropertyType.Integer(IsId: true)),
        "The ids of the item's configuration entries, by label.");

    public static PropertyDefinition CartExpirationDate { get; } = Output("cartExpirationDate", new PropertyType.Text(),
        "When the cart expires, as granted by OVHcloud (RFC 3339). The provider asks for 7 days for a pending cart, and for 3 days for a "
            + "cart that is checked out. Until then, Pulumi refreshes the resource before each update.");

    public static PropertyDefinition OrderId { get; } = Output("orderId", new PropertyType.Integer(IsId: true), "The order number.");

    public static PropertyDefinition OrderStatus { get; } = Output("orderStatus", new PropertyType.Text(),
        "The order's status as the API returns it, such as `notPaid`, `checking`, `delivering` or `delivered`.");

    public static PropertyDefinition OrderUrl { get; } = Output("orderUrl", new PropertyType.Text(),
        "The URL at which the order can be viewed and paid. It is secret because it contains an access token.") with
    { Secret = true };

    public static PropertyDefinition OrderDate { get; } = Output("orderDate", new PropertyType.Text(),
        "When the order was placed (RFC 3339).");

    public static PropertyDefinition OrderExpirationDate { get; } = Output("orderExpirationDate", new PropertyType.Text(),
        "When the order expires if it is not paid (RFC 3339).");

    public static PropertyDefinition AdoptedAt { get; } = Output("adoptedAt", new PropertyType.Text(),
        "When a create adopted this cart or order from an interrupted run (RFC 3339). It is absent if nothing was adopted.");

    public static PropertyDefinition ProjectId { get; } = Output("projectId", new PropertyType.Text(),
        "The id of the Public Cloud project, 32 hex digits. Other resources take it as their project or service name. It is absent before "
            + "delivery, for example with `checkout: false` or `waitForDelivery: false`.");

    public static PropertyDefinition ProjectName { get; } = Output("projectName", new PropertyType.Text(),
        "The project's name at OVHcloud.");

    public static PropertyDefinition ProjectStatus { get; } = Output("projectStatus", new PropertyType.Text(),
        "The project's status as the API returns it, such as `creating`, `ok` or `suspended`.");

    public static PropertyDefinition ProjectUrn { get; } = Output("projectUrn", new PropertyType.Text(),
        "OVHcloud's URN of the project, such as `urn:v1:eu:resource:publicCloudProject:PROJECTID`, for IAM policies. Absent before "
            + "delivery.");

    public static PropertyDefinition Access { get; } = Output("access", new PropertyType.Text(),
        "The access that OVHcloud gives to the project: `full` or `restricted`.");

    public static PropertyDefinition CreationDate { get; } = Output("creationDate", new PropertyType.Text(),
        "When the project was created (RFC 3339).");

    public static PropertyDefinition OrderedOptions { get; } = Output("options", OptionList, "What was ordered.", always: true);

    public static PropertyDefinition IsFinished { get; } = Output("finished", new PropertyType.Boolean(),
        "Whether the update that ordered it succeeded. The next update continues with one that is not finished.", always: true);

    private static ObjectDefinition OptionOrderObject { get; } = new("OptionOrder", "An order of options for a delivered project.",
    [
        OrderedOptions, IsFinished, CartId, CartExpirationDate, OrderId, OrderStatus, OrderUrl, OrderDate, OrderExpirationDate, AdoptedAt,
        QuoteProperties.Prices,
    ]);

    public static PropertyDefinition OptionOrders { get; } = Output(
        "optionOrders", new PropertyType.ListOf(new PropertyType.Nested(OptionOrderObject)),
        "The orders of options that were added to the delivered project. Absent when there are none.");

    /// <summary>What a quote needs, and what is fixed by the order.</summary>
    public static ImmutableArray<PropertyDefinition> OrderInputs { get; } =
        [OvhSubsidiary, PlanCode, Duration, PricingMode, Quantity, CatalogName, Voucher, Configuration, Options];

    /// <summary>What a list can be narrowed down by.</summary>
    public static ImmutableArray<PropertyDefinition> ListInputs { get; } =
    [
        new(Stage.Name, new PropertyType.Text(1),
            "The stage of the projects to list: `cart`, `ordered` or `delivered`. All stages are listed by default."),
        new(Description.Name, new PropertyType.Text(1),
            "The exact description of the projects to list. All projects are listed by default."),
    ];

    public static ResourceDefinition Definition { get; } = new(
        Token,
        "An OVHcloud Public Cloud project. Creating it places an order through OVHcloud's order cart and waits for the delivery.",
        [Description, .. OrderInputs, Checkout, Payment, PaymentMethodId, WaiveRetractationPeriod, MaxPrice, WaitForDelivery],
        [
            Stage, CartId, ItemId, ConfigurationIds, CartExpirationDate, OrderId, OrderStatus, OrderUrl, OrderDate, OrderExpirationDate,
            AdoptedAt, .. QuoteProperties.All, ProjectId, ProjectName, ProjectStatus, ProjectUrn, Access, CreationDate, OptionOrders,
        ])
    {
        ListInputs = ListInputs,
    };

    private static ObjectDefinition OptionObject() => new("Option", "An option of the plan.",
    [
        new(PlanCode.Name, new PropertyType.Text(1), "The option's plan code.") { Required = true },
        new(Duration.Name, new PropertyType.Text(1),
            "The duration to order, in ISO 8601. Defaults to the duration of the option's renewal price."),
        new(PricingMode.Name, new PropertyType.Text(1), "The pricing mode to order. Defaults to `default` if it is offered."),
        new(Quantity.Name, new PropertyType.Integer(1), "The number of units to order, at least 1.") { Default = 1 },
        new(Configuration.Name, new PropertyType.MapOf(new PropertyType.Text()), "Configuration of the option's own item, by label."),
    ]);

    public static PropertyDefinition Output(string name, PropertyType type, string description, bool always = false) =>
        new(name, type, description) { Required = always };
}
