using System.Collections.Immutable;
using PulumiOvhOrder.Plugin.Schema;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>The one table of the resource's properties; names are written here and nowhere else.</summary>
internal static class CloudProjectDefinition
{
    public const string Token = "ovh-order:index:CloudProject";

    private const string RebuildsItem = "A change rebuilds a pending cart's item; once ordered it means a new order.";
    private const string HoldsForAnOrderToCome = "A change holds for an order to come.";

    public static EnumDefinition PaymentEnum { get; } = new("Payment", "How the order is paid.",
    [
        new EnumValue("Automatic", "automatic", "By the account's preferred payment method; a total of zero is settled without one."),
        new EnumValue("Manual", "manual", "The order is left unpaid; `orderUrl` is where to pay."),
    ]);

    public static EnumDefinition StageEnum { get; } = new("Stage", "How far the order has come.",
    [
        new EnumValue("Cart", "cart", "A pending cart: priced, not ordered."),
        new EnumValue("Ordered", "ordered", "The order is placed and not delivered yet."),
        new EnumValue("Delivered", "delivered", "The project exists."),
        new EnumValue("Cancelled", "cancelled", "The order was cancelled; nothing was delivered."),
    ]);

    public static PropertyDefinition Description { get; } = new("description", new PropertyType.Text(1, 255),
        "The project's name, 1 to 255 characters.")
    { Required = true, Change = "A change renames the project in place." };

    public static PropertyDefinition OvhSubsidiary { get; } = new("ovhSubsidiary", new PropertyType.Text(1),
        "The OVHcloud subsidiary to order from, such as `FR` or `CA`; it decides language, currency and tax. Defaults to the provider's "
        + "`ovhSubsidiary`, else to the account's own.")
    { OrderTime = true, Change = "A change makes a pending cart anew; once ordered it means a new order." };

    public static PropertyDefinition PlanCode { get; } = new("planCode", new PropertyType.Text(1),
        "The plan to order. Defaults to `project.2018`, on the US site to `project`.")
    { OrderTime = true, Change = RebuildsItem };

    public static PropertyDefinition Duration { get; } = new("duration", new PropertyType.Text(1),
        "The duration to order, ISO 8601 such as `P1M`. Defaults to that of the offer's renewal price.")
    { OrderTime = true, Change = RebuildsItem };

    public static PropertyDefinition PricingMode { get; } = new("pricingMode", new PropertyType.Text(1),
        "The pricing mode to order. Defaults to `default` if that is offered, else to that of the price that supplies the duration.")
    { OrderTime = true, Change = RebuildsItem };

    public static PropertyDefinition Quantity { get; } = new("quantity", new PropertyType.Integer(1),
        "How many to order, at least 1.")
    { OrderTime = true, Default = 1, Change = RebuildsItem };

    public static PropertyDefinition Voucher { get; } = new("voucher", new PropertyType.Text(1),
        "A voucher to order with.")
    {
        Secret = true,
        Change = "A change updates a pending cart; on a delivered project the new voucher is credited to it; while an order is on its way a change is refused.",
    };

    public static PropertyDefinition Configuration { get; } = new("configuration", new PropertyType.MapOf(new PropertyType.Text()),
        "Further configuration labels of the item, such as `vrack` or `infrastructure`. The labels `description` and `voucher` have inputs "
        + "of their own and are refused here.")
    { OrderTime = true, Change = "A change updates a pending cart; once ordered it means a new order." };

    private static PropertyType OptionList { get; } = new PropertyType.ListOf(new PropertyType.Nested(OptionObject()));

    public static PropertyDefinition Options { get; } = new("options", OptionList, "Options to order with the project.")
    {
        OrderTime = true,
        Change = "A change rebuilds a pending cart's options. Adding an option to a delivered project orders it in place. Removing or changing one on "
            + "a delivered project is refused, and so is any change while the project's order is under way.",
    };

    public static PropertyDefinition Checkout { get; } = new("checkout", new PropertyType.Boolean(),
        "Whether the order is placed. `false` leaves a pending cart: priced, with its contracts, and not ordered.")
    { Default = true, Change = "A change to `true` places the order; back to `false` is refused once ordered." };

    public static PropertyDefinition Payment { get; } = new("payment", new PropertyType.Choice(PaymentEnum),
        "How the order is paid: `automatic` uses the account's preferred payment method and settles a total of zero without one; `manual` "
        + "leaves the order unpaid, and `orderUrl` is where to pay.")
    { Default = "automatic", Change = "A change to `automatic` pays an order that is not paid; a change to `manual` calls nothing." };

    public static PropertyDefinition PaymentMethodId { get; } = new("paymentMethodId", new PropertyType.Integer(1, IsId: true),
        "The registered payment method that pays, by its id (see `getPaymentMethods`). Defaults to the account's default payment method. "
        + "Only used with `payment: automatic`.")
    { Change = HoldsForAnOrderToCome };

    public static PropertyDefinition WaiveRetractationPeriod { get; } = new("waiveRetractationPeriod", new PropertyType.Boolean(),
        "Whether to waive the right to retract the order (the spelling is the API's). Sent at checkout, and never implied.")
    { Default = false, Change = HoldsForAnOrderToCome };

    public static PropertyDefinition MaxPrice { get; } = new("maxPrice", new PropertyType.Number(0),
        "The highest total with tax, in the order's currency, that may be ordered. Compared in the preview and again just before checkout; "
        + "a higher price orders nothing. No ceiling by default.")
    { Change = HoldsForAnOrderToCome };

    public static PropertyDefinition WaitForDelivery { get; } = new("waitForDelivery", new PropertyType.Boolean(),
        "Whether to wait until the project is delivered. With `false` the update ends when the order is accepted.")
    { Default = true, Change = "A change to `true` waits for what is on its way; a change to `false` calls nothing." };

    public static PropertyDefinition Stage { get; } = Output("stage", new PropertyType.Choice(StageEnum), "How far the order has come.", always: true);

    public static PropertyDefinition CartId { get; } = Output("cartId", new PropertyType.Text(), "The cart the order was made in.");

    public static PropertyDefinition ItemId { get; } = Output("itemId", new PropertyType.Integer(IsId: true),
        "The project's item in that cart.");

    public static PropertyDefinition ConfigurationIds { get; } = Output("configurationIds",
        new PropertyType.MapOf(new PropertyType.Integer(IsId: true)),
        "The ids of the item's configurations, by label.");

    public static PropertyDefinition CartExpirationDate { get; } = Output("cartExpirationDate", new PropertyType.Text(),
        "When the cart expires, as OVHcloud granted it (RFC 3339).");

    public static PropertyDefinition OrderId { get; } = Output("orderId", new PropertyType.Integer(IsId: true), "The order's number.");

    public static PropertyDefinition OrderStatus { get; } = Output("orderStatus", new PropertyType.Text(),
        "The order's status in the API's own word, such as `notPaid`, `checking`, `delivering` or `delivered`.");

    public static PropertyDefinition OrderUrl { get; } = Output("orderUrl", new PropertyType.Text(),
        "Where the order can be seen and paid. Secret, because it carries an access token.") with
    { Secret = true };

    public static PropertyDefinition OrderDate { get; } = Output("orderDate", new PropertyType.Text(), "When the order was placed (RFC 3339).");

    public static PropertyDefinition OrderExpirationDate { get; } = Output("orderExpirationDate", new PropertyType.Text(),
        "When the order lapses if it is not paid (RFC 3339).");

    public static PropertyDefinition AdoptedAt { get; } = Output("adoptedAt", new PropertyType.Text(),
        "When a create adopted this cart or order from an interrupted run (RFC 3339). Absent when the resource's own create placed the order.");

    public static PropertyDefinition CurrencyCode { get; } = Output("currencyCode", new PropertyType.Text(),
        "The currency, ISO 4217; `points` where the fidelity account settled the order.", always: true);

    public static PropertyDefinition WithTax { get; } = Output("withTax", new PropertyType.Number(), "The total with tax.", always: true);

    public static PropertyDefinition WithoutTax { get; } = Output("withoutTax", new PropertyType.Number(), "The total without tax.", always: true);

    public static PropertyDefinition Tax { get; } = Output("tax", new PropertyType.Number(), "The tax.", always: true);

    public static PropertyDefinition Reduction { get; } = Output("reduction", new PropertyType.Number(), "What promotions and vouchers take off.", always: true);

    public static PropertyDefinition Prices { get; } = Output("prices", new PropertyType.Nested(new ObjectDefinition(
        "Prices", "What the order costs.", [CurrencyCode, WithTax, WithoutTax, Tax, Reduction])), "What the order costs; known in the preview.");

    public static PropertyDefinition LineDescription { get; } = Output("description", new PropertyType.Text(), "What the line is for.", always: true);

    public static PropertyDefinition DetailType { get; } = Output("detailType", new PropertyType.Text(),
        "The API's word for the kind of line, such as `INSTALLATION` or `DURATION`.");

    public static PropertyDefinition LineQuantity { get; } = Output("quantity", new PropertyType.Number(), "How many.", always: true);

    public static PropertyDefinition UnitPrice { get; } = Output("unitPrice", new PropertyType.Number(), "The price of one, without tax.", always: true);

    public static PropertyDefinition TotalPrice { get; } = Output("totalPrice", new PropertyType.Number(), "The price of the line, without tax.", always: true);

    public static PropertyDefinition Details { get; } = Output("details", new PropertyType.ListOf(new PropertyType.Nested(new ObjectDefinition(
        "OrderDetail", "One line of the order.", [LineDescription, DetailType, LineQuantity, UnitPrice, TotalPrice]))),
        "The lines of the order; known in the preview.");

    public static PropertyDefinition ContractName { get; } = Output("name", new PropertyType.Text(), "The contract's name.", always: true);

    public static PropertyDefinition ContractUrl { get; } = Output("url", new PropertyType.Text(), "Where it can be read.");

    public static PropertyDefinition Contracts { get; } = Output("contracts", new PropertyType.ListOf(new PropertyType.Nested(new ObjectDefinition(
        "Contract", "A contract that the order accepts.", [ContractName, ContractUrl]))), "The contracts that the order accepts; known in the preview.");

    public static PropertyDefinition ProjectId { get; } = Output("projectId", new PropertyType.Text(),
        "The Public Cloud project's id, 32 hex digits: what other resources take as their project or service name. "
        + "Absent before delivery, so with `checkout: false` or `waitForDelivery: false`.");

    public static PropertyDefinition ProjectName { get; } = Output("projectName", new PropertyType.Text(), "The project's name as OVHcloud has it.");

    public static PropertyDefinition ProjectStatus { get; } = Output("projectStatus", new PropertyType.Text(),
        "The project's status in the API's own word, such as `creating`, `ok` or `suspended`.");

    public static PropertyDefinition Access { get; } = Output("access", new PropertyType.Text(), "`full` or `restricted`.");

    public static PropertyDefinition CreationDate { get; } = Output("creationDate", new PropertyType.Text(), "When the project was created (RFC 3339).");

    public static PropertyDefinition OrderedOptions { get; } = Output("options", OptionList, "What was ordered.", always: true);

    public static PropertyDefinition IsFinished { get; } = Output("finished", new PropertyType.Boolean(),
        "Whether the update that ordered it has ended well. The next update continues with one that is not finished.", always: true);

    public static PropertyDefinition OptionOrders { get; } = Output("optionOrders", new PropertyType.ListOf(new PropertyType.Nested(new ObjectDefinition(
        "OptionOrder", "An order of options for a delivered project.",
        [OrderedOptions, IsFinished, CartId, CartExpirationDate, OrderId, OrderStatus, OrderUrl, OrderDate, OrderExpirationDate, AdoptedAt, Prices]))),
        "The orders of options that were added to the delivered project. Absent when there are none.");

    /// <summary>What a quote needs, and what is fixed by the order.</summary>
    public static ImmutableArray<PropertyDefinition> OrderInputs { get; } =
        [OvhSubsidiary, PlanCode, Duration, PricingMode, Quantity, Voucher, Configuration, Options];

    public static ImmutableArray<PropertyDefinition> QuoteOutputs { get; } = [Prices, Details, Contracts];

    public static ResourceDefinition Definition { get; } = new(
        Token,
        "An OVHcloud Public Cloud project, ordered through the order cart API and followed to delivery.",
        [Description, .. OrderInputs, Checkout, Payment, PaymentMethodId, WaiveRetractationPeriod, MaxPrice, WaitForDelivery],
        [
            Stage, CartId, ItemId, ConfigurationIds, CartExpirationDate, OrderId, OrderStatus, OrderUrl, OrderDate, OrderExpirationDate,
            AdoptedAt, .. QuoteOutputs, ProjectId, ProjectName, ProjectStatus, Access, CreationDate,
            OptionOrders,
        ]);

    private static ObjectDefinition OptionObject() => new("Option", "An option of the plan.",
    [
        new(PlanCode.Name, new PropertyType.Text(1), "The option's plan code.") { Required = true },
        new(Duration.Name, new PropertyType.Text(1), "ISO 8601. Defaults to that of the option's renewal price."),
        new(PricingMode.Name, new PropertyType.Text(1), "Defaults to `default` if that is offered."),
        new(Quantity.Name, new PropertyType.Integer(1), "How many, at least 1.") { Default = 1 },
        new(Configuration.Name, new PropertyType.MapOf(new PropertyType.Text()), "Configuration labels of the option's own item."),
    ]);

    private static PropertyDefinition Output(string name, PropertyType type, string description, bool always = false) =>
        new(name, type, description) { Required = always };
}
