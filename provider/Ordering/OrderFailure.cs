using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>The inputs that a failure may be about.</summary>
internal enum OrderInput
{
    Description,
    OvhSubsidiary,
    PlanCode,
    Duration,
    PricingMode,
    Quantity,
    Voucher,
    Configuration,
    Options,
    Payment,
    PaymentMethodId,
    MaxPrice,
    OrderId,
}

/// <param name="Option">The index of the option whose input it is; null for the item's own.</param>
/// <param name="Label">The configuration label; null where it is none.</param>
internal sealed record InputPlace(OrderInput Input, int? Option = null, string? Label = null);

/// <summary>Why an order cannot go on. Closed: Resources has the words for each.</summary>
internal abstract record OrderFailure
{
    private OrderFailure()
    {
    }

    /// <summary>The input that it is about; null where it is about none.</summary>
    public InputPlace? Place => this switch
    {
        SubsidiaryUnknown => new(OrderInput.OvhSubsidiary),
        PlanNotOffered => new(OrderInput.PlanCode),
        OptionNotOffered { Index: var option } => new(OrderInput.PlanCode, option),
        OptionMissing => new(OrderInput.Options),
        NoRenewalPrice { Option: var option } => new(OrderInput.Duration, option),
        TermNotOffered { Option: var option, IsModeWrong: true } => new(OrderInput.PricingMode, option),
        TermNotOffered { Option: var option } => new(OrderInput.Duration, option),
        QuantityNotOffered { Option: var option } => new(OrderInput.Quantity, option),
        ConfigurationNotAllowed { Option: null, Label: Labels.Description } => new(OrderInput.Description),
        ConfigurationNotAllowed { Option: null, Label: Labels.Voucher } => new(OrderInput.Voucher),
        ConfigurationNotAllowed { Option: var option, Label: var label } => new(OrderInput.Configuration, option, label),
        PriceAboveCeiling => new(OrderInput.MaxPrice),
        PaymentMethodNotValid { IsChosen: true } or PaymentMethodNotFound => new(OrderInput.PaymentMethodId),
        PaymentMethodNotValid or NoPaymentMethod => new(OrderInput.Payment),
        OrderNotFound => new(OrderInput.OrderId),
        CreditUnconfirmed or VoucherMaybeOrdered => new(OrderInput.Voucher),
        OfOptions { Reason: var reason } => reason.Place,
        _ => null,
    };

    // What is asked for cannot be ordered.

    /// <param name="IsAnonymous">There are no credentials to ask the account with.</param>
    /// <param name="AreNotKnownYet">Because their values are known only in the update.</param>
    public sealed record SubsidiaryUnknown(bool IsAnonymous, bool AreNotKnownYet) : OrderFailure;

    public sealed record PlanNotOffered(string Plan, ImmutableArray<string> Offered) : OrderFailure;

    /// <param name="With">The plan or the project that it was to be ordered with, in words.</param>
    public sealed record OptionNotOffered(int Index, string Option, string With, ImmutableArray<string> Offered) : OrderFailure;

    public sealed record OptionMissing(string Plan, string Family, string Example) : OrderFailure;

    /// <summary>The offer has no renewal price to take duration and pricing mode from.</summary>
    public sealed record NoRenewalPrice(int? Option, string Plan) : OrderFailure;

    public sealed record TermNotOffered(int? Option, string Plan, string? Duration, string? Mode, bool IsModeWrong,
        ImmutableArray<string> Offered) : OrderFailure;

    public sealed record QuantityNotOffered(int? Option, string Plan, long Quantity, long? Min, long? Max) : OrderFailure;

    /// <param name="Value">Null where none was given for a label that is required.</param>
    /// <param name="Option">The index of the option whose item has it; null for the project's.</param>
    public sealed record ConfigurationNotAllowed(string Label, string? Value, ImmutableArray<string> Allowed,
        int? Option = null) : OrderFailure;

    // Money.

    /// <param name="Order">Null before checkout.</param>
    public sealed record PriceAboveCeiling(Money Price, Money Ceiling, OrderId? Order) : OrderFailure;

    /// <summary>An answer that should name a price names none, or one that cannot be a price.</summary>
    /// <param name="Order">Null before checkout.</param>
    public sealed record PriceUnknown(OrderId? Order) : OrderFailure;

    public sealed record NoPaymentMethod : OrderFailure;

    /// <param name="IsChosen">The program names it; else it is the account's default.</param>
    public sealed record PaymentMethodNotValid(string? Type, string? Status, bool IsChosen) : OrderFailure;

    public sealed record PaymentMethodNotFound(PaymentMethodId Method) : OrderFailure;

    // Carts and orders.

    public sealed record CartChanges(CartId Cart) : OrderFailure;

    public sealed record CartNotDeleted(CartId Cart) : OrderFailure;

    /// <summary>It answers "not found", and the account's list has it.</summary>
    public sealed record CartListedButUnreadable(CartId Cart) : OrderFailure;

    /// <inheritdoc cref="CartListedButUnreadable"/>
    public sealed record OrderListedButUnreadable(OrderId Order) : OrderFailure;

    public sealed record OrderHiddenWhileYoung(OrderId Order) : OrderFailure;

    /// <summary>The state has it, and the account that the credentials belong to does not.</summary>
    public sealed record OrderNotOfAccount(OrderId Order) : OrderFailure;

    public sealed record OrderNotFound(OrderId Order) : OrderFailure;

    /// <summary>It is to be imported, and is for something else than a project.</summary>
    public sealed record OrderOfOtherPlan(OrderId Order, string Plan) : OrderFailure;

    public sealed record OrderHoldsMore(OrderId Order) : OrderFailure;

    public sealed record OrderCancelled(OrderId Order) : OrderFailure;

    public sealed record OrderNotRequested(OrderId Order, string? Status) : OrderFailure;

    public sealed record OrderUnderWay(OrderId Order, string Status) : OrderFailure;

    // Whose order it is.

    public sealed record ConcurrentRun(CartId Cart) : OrderFailure;

    /// <summary>A tagged order came up while this run was filling its own cart.</summary>
    public sealed record OrderBeside(CartId Cart, OrderId Order) : OrderFailure;

    /// <summary>An interrupted run placed it, and a deletion of what the state has does not end it.</summary>
    public sealed record OrderLeft(CartId Cart, OrderId Order) : OrderFailure;

    /// <summary>A tagged order exists, and it is not what the program asks for.</summary>
    public sealed record OtherOrderFound(CartId Cart, OrderId Order, string Status, bool IsReplacement) : OrderFailure;

    /// <summary>An earlier run ordered the cart that this run has, and not as the program asks for now.</summary>
    public sealed record CartOrderedOtherwise(CartId Cart, OrderId Order) : OrderFailure;

    /// <summary>A tagged order exists, and whether its project was terminated or only suspended is not known.</summary>
    public sealed record SuspendedOrderFound(CartId Cart, OrderId Order, bool IsReplacement) : OrderFailure;

    public sealed record SeveralOrdersFound(ImmutableArray<FoundOrder> Orders, bool IsReplacement) : OrderFailure;

    /// <summary>Several orders could be the cart's.</summary>
    public sealed record OrderOfCartAmbiguous(CartId Cart, ImmutableArray<OrderId> Orders, bool OtherTagInSight) : OrderFailure;

    public sealed record OrderOfCartMissing(CartId Cart, bool OtherTagInSight = false) : OrderFailure;

    /// <summary>A recent order has the same plan and description, and nothing explains it.</summary>
    public sealed record PossibleDuplicate(OrderId Order, bool IsDelivered, bool OtherTagInSight, bool IsReplacement) : OrderFailure;

    /// <summary>Why options cannot be ordered for a project that is there: what is to be done is told for them.</summary>
    public sealed record OfOptions(ProjectId Project, OrderFailure Reason) : OrderFailure;

    // Projects.

    /// <param name="Project">Null while the delivered order does not name it.</param>
    public sealed record ProjectNotVisible(OrderId? Order, ProjectId? Project, TimeSpan Waited) : OrderFailure;

    /// <inheritdoc cref="CartListedButUnreadable"/>
    public sealed record ProjectListedButUnreadable(ProjectId Project) : OrderFailure;

    /// <summary>Neither it nor the order that it was delivered by is the account's that the credentials belong to.</summary>
    public sealed record ProjectNotOfAccount(ProjectId Project, OrderId Order) : OrderFailure;

    /// <summary>It is absent, and whether the order that it was delivered by is the account's may not be read.</summary>
    public sealed record ProjectMaybeOfOtherAccount(ProjectId Project, OrderId Order) : OrderFailure;

    public sealed record ProjectNotNamed(OrderId Order) : OrderFailure;

    public sealed record ServiceNotNamed(ProjectId Project) : OrderFailure;

    public sealed record TerminationEmailUnreadable(ProjectId Project) : OrderFailure;

    public sealed record TerminationEmailMissing(ProjectId Project, TimeSpan Waited) : OrderFailure;

    public sealed record TerminationTokenRefused(ProjectId Project) : OrderFailure;

    public sealed record TerminationUnconfirmed(ProjectId Project) : OrderFailure;

    public sealed record TerminationRefused(ProjectId Project) : OrderFailure;

    /// <summary>Whether the voucher was credited is not known.</summary>
    /// <param name="IsShown">The project will show it: the next update looks before it credits again.</param>
    public sealed record CreditUnconfirmed(ProjectId Project, bool IsShown) : OrderFailure;

    /// <summary>Whether the project was ordered with the voucher is not known: its order does not record it.</summary>
    public sealed record VoucherMaybeOrdered(ProjectId Project) : OrderFailure;
}

/// <summary>An order that an interrupted run left, with its cart.</summary>
internal sealed record FoundOrder(OrderId Order, CartId Cart);
