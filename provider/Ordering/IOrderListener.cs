using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Is told what is going on, and never asked. The words are made in Resources.</summary>
internal interface IOrderListener
{
    /// <summary>What is being done right now; the next one takes its place.</summary>
    Task OnActivityAsync(OrderActivity activity);

    /// <summary>A person should act, or know; it stays.</summary>
    Task OnNoticeAsync(OrderNotice notice);
}

/// <summary>What a run is doing.</summary>
internal abstract record OrderActivity
{
    private OrderActivity()
    {
    }

    public sealed record Step(OrderStep Value, OrderFacts Facts) : OrderActivity;

    /// <param name="Status">Null while OVHcloud has not told it in this run.</param>
    /// <param name="Unanswered">For how long OVHcloud has not answered; null while it does.</param>
    public sealed record AwaitingDelivery(OrderId Order, string? Status, TimeSpan Waited, TimeSpan? Unanswered) : OrderActivity;

    /// <param name="Project">Null while the delivered order does not name it.</param>
    public sealed record AwaitingProject(OrderId? Order, ProjectId? Project, TimeSpan Waited, TimeSpan? Unanswered) : OrderActivity;

    /// <summary>An interrupted run's order is delivered and its project is hidden: it may appear, or be ended.</summary>
    public sealed record AwaitingFoundProject(OrderId Order, TimeSpan Waited) : OrderActivity;

    public sealed record AwaitingTerminationEmail(ProjectId Project, TimeSpan Waited) : OrderActivity;
}

/// <summary>What a person should do or know while an order goes on.</summary>
internal abstract record OrderNotice
{
    private OrderNotice()
    {
    }

    public sealed record DocumentsRequested(OrderId Order) : OrderNotice;

    /// <summary>The program says that a person pays.</summary>
    /// <param name="IsOfOptions">The order is of options for a project that is there.</param>
    public sealed record PaymentDue(OrderId Order, DateTimeOffset? Expires, bool IsOfOptions = false) : OrderNotice;

    /// <summary>The payment was sent some time ago.</summary>
    /// <inheritdoc cref="PaymentDue"/>
    public sealed record PaymentNotSeen(OrderId Order, DateTimeOffset? Expires, bool IsOfOptions = false) : OrderNotice;

    public sealed record BeingCancelled(OrderId Order) : OrderNotice;

    /// <summary>It was cancelled, or has lapsed unpaid, since the state was written.</summary>
    /// <inheritdoc cref="PaymentDue"/>
    public sealed record Ended(OrderId Order, bool IsOfOptions = false) : OrderNotice;

    /// <summary>OVHcloud checks the order by hand: what it says of that.</summary>
    /// <param name="Label">The label of <c>GET /me/order/{orderId}/followUp</c>, such as <c>FRAUD_MANUAL_REVIEW</c>.</param>
    public sealed record UnderReview(OrderId Order, string Label) : OrderNotice;

    /// <summary>This run goes on with what an interrupted one left.</summary>
    public sealed record Adopted(CartId Cart, OrderId? Order) : OrderNotice;

    /// <summary>An interrupted run's order could be among them, if its cart cannot be found.</summary>
    public sealed record OrdersNotExamined(int Count) : OrderNotice;

    /// <summary>What a deletion leaves: an order that nothing can cancel, and that is not paid.</summary>
    public sealed record LeftUnpaid(OrderId Order, DateTimeOffset? Expires) : OrderNotice;

    /// <summary>What a deletion leaves: a paid order of options for the project that is ended.</summary>
    public sealed record OptionsUnderWay(OrderId Order, ProjectId Project, string Status) : OrderNotice;

    /// <summary>What a deletion leaves of interrupted runs, for a person to see to.</summary>
    public sealed record Left(OrderFailure Reason) : OrderNotice;

    /// <summary>OVHcloud says that the service has expired or is suspended; it is kept.</summary>
    public sealed record ProjectExpired(ProjectId Project) : OrderNotice;
}
