using System.Collections.Immutable;
using System.Text;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Words;

/// <summary>Everything a user can be told, in one approved file, so that a change of words is seen as such.</summary>
public sealed class SpokenTests
{
    private static readonly CartId Cart = new("7adbfca2-6847-4997-9960-af02fbaa015f");
    private static readonly OrderId Order = new(123456);
    private static readonly ProjectId Project = ProjectId.Of("38eeed09bb244025a1ac2fce9534ab10");
    private static readonly DateTimeOffset Date = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private static readonly OrderFacts InCart = new() { CartId = Cart, CartExpirationDate = Date, Quote = Quote(12, 2) };
    private static readonly OrderFacts Ordered =
        InCart with { OrderId = Order, Status = OrderStatus.Delivering, OrderExpirationDate = Date };
    private static readonly OrderFacts Delivered = Ordered with { ProjectId = Project, Status = OrderStatus.Delivered };

    /// <summary>How far an order may have come when it fails.</summary>
    private static readonly (OrderFacts Facts, RunKnowledge Knowledge)[] Ends =
    [
        (new OrderFacts(), new RunKnowledge()),
        (InCart, new RunKnowledge { CartMade = true }),
        (InCart, new RunKnowledge { CartMade = true, CheckoutTried = true }),
        (InCart, new RunKnowledge { Cart = new CartKnowledge { ReadOnly = true } }),
        (Ordered, new RunKnowledge { StatusRead = true }),
        (Delivered, new RunKnowledge()),
    ];

    private static readonly OrderFailure[] Failures =
    [
        new OrderFailure.SubsidiaryUnknown(true, false), new OrderFailure.SubsidiaryUnknown(true, true),
            new OrderFailure.SubsidiaryUnknown(false, false), new OrderFailure.PlanNotOffered("project", ["a", "b"]),
        new OrderFailure.OptionNotOffered(1, "moon", "plan \"project\"", []),
        new OrderFailure.OptionMissing("project", "certification", "hds"),
        new OrderFailure.NoRenewalPrice(0, "hds"),
        new OrderFailure.TermNotOffered(null, "project", "P2Y", "upfront", true, ["P1M in the mode \"default\""]),
        new OrderFailure.QuantityNotOffered(null, "project", 5, 1, 2), new OrderFailure.QuantityNotOffered(null, "project", 1, 2, null),
        new OrderFailure.ConfigurationNotAllowed("infrastructure", null, ["production"]),
        new OrderFailure.ConfigurationNotAllowed("infrastructure", "moon", ["production"]),
        new OrderFailure.PriceAboveCeiling(new Money(12, "EUR"), new Money(10, "EUR"), Order), new OrderFailure.PriceUnknown(null),
        new OrderFailure.PriceUnknown(Order),
        new OrderFailure.NoPaymentMethod(), new OrderFailure.PaymentMethodNotValid("creditCard", "EXPIRED", false),
        new OrderFailure.PaymentMethodNotValid(null, null, true), new OrderFailure.PaymentMethodNotFound(new PaymentMethodId(5)),
        new OrderFailure.CartChanges(Cart), new OrderFailure.CartNotDeleted(Cart), new OrderFailure.CartListedButUnreadable(Cart),
        new OrderFailure.OrderListedButUnreadable(Order), new OrderFailure.OrderHiddenWhileYoung(Order),
        new OrderFailure.OrderNotFound(Order), new OrderFailure.OrderNotOfAccount(Order), new OrderFailure.OrderOfOtherPlan(Order, "vps"),
        new OrderFailure.OrderHoldsMore(Order), new OrderFailure.OrderCancelled(Order),
        new OrderFailure.OrderNotRequested(Order, "delivering"),
        new OrderFailure.OrderUnderWay(Order, "delivering"), new OrderFailure.ConcurrentRun(Cart),
        new OrderFailure.OrderBeside(Cart, Order),
        new OrderFailure.OtherOrderFound(Cart, Order, "delivered", false), new OrderFailure.CartOrderedOtherwise(Cart, Order),
        new OrderFailure.SuspendedOrderFound(Cart, Order, true),
        new OrderFailure.SeveralOrdersFound([new FoundOrder(Order, Cart), new FoundOrder(new OrderId(123457), Cart)], true),
        new OrderFailure.OrderOfCartAmbiguous(Cart, [Order], true), new OrderFailure.OrderOfCartAmbiguous(Cart, [Order], false),
        new OrderFailure.OrderOfCartMissing(Cart), new OrderFailure.OrderOfCartMissing(Cart, true),
        new OrderFailure.PossibleDuplicate(Order, true, true, false), new OrderFailure.PossibleDuplicate(Order, false, false, false),
        new OrderFailure.OrderLeft(Cart, Order),
        new OrderFailure.ProjectNotVisible(Order, Project, TimeSpan.FromMinutes(10)),
        new OrderFailure.ProjectNotVisible(Order, null, TimeSpan.FromMinutes(10)),
        new OrderFailure.ProjectListedButUnreadable(Project), new OrderFailure.ProjectNotNamed(Order),
        new OrderFailure.ServiceNotNamed(Project), new OrderFailure.ProjectNotOfAccount(Project, Order),
        new OrderFailure.ProjectMaybeOfOtherAccount(Project, Order),
        new OrderFailure.TerminationEmailUnreadable(Project), new OrderFailure.TerminationEmailMissing(Project, TimeSpan.FromMinutes(30)),
        new OrderFailure.TerminationTokenRefused(Project), new OrderFailure.TerminationUnconfirmed(Project),
        new OrderFailure.TerminationRefused(Project),
        new OrderFailure.CreditUnconfirmed(Project, false), new OrderFailure.CreditUnconfirmed(Project, true),
        new OrderFailure.VoucherMaybeOrdered(Project),
        .. OfOptions(
            new OrderFailure.OrderNotRequested(Order, OrderStatus.NotPaid),
            new OrderFailure.ConcurrentRun(Cart), new OrderFailure.OrderBeside(Cart, Order),
            new OrderFailure.OtherOrderFound(Cart, Order, "delivered", false),
            new OrderFailure.SeveralOrdersFound([new FoundOrder(Order, Cart)], true),
            new OrderFailure.OrderOfCartAmbiguous(Cart, [Order], true),
            new OrderFailure.OrderOfCartMissing(Cart), new OrderFailure.PossibleDuplicate(Order, true, false, false),
            new OrderFailure.PossibleDuplicate(Order, false, true, false), new OrderFailure.OrderHoldsMore(Order),
            new OrderFailure.OrderCancelled(Order),
            new OrderFailure.OrderLeft(Cart, Order), new OrderFailure.ConfigurationNotAllowed("zone", "moon", ["1"], 1)),
    ];

    [Fact]
    public void What_is_spoken_is_approved()
    {
        var text = new StringBuilder();
        Section("Preview", [
            PriceMessages.Quoted(Quoted(0, 0, 0), Request(null), Inputs()),
            PriceMessages.Quoted(Quoted(12, 2, 10), Request(20), Inputs(("maxPrice", PropertyValue.Of(20.0)))),
            PriceMessages.Quoted(
                Quoted(12, 2, 10) with { Quote = Quote(12, 2, reduction: 5) }, Request(10), Inputs(("checkout", PropertyValue.Of(false)))),
            PriceMessages.Quoted(Quoted(12, 2, null), Request(null), Inputs(("payment", PropertyValue.Of("manual")))),
            PriceMessages.OptionsQuoted(Quoted(12, 2, 10), OptionsRequest(20)),
            PriceMessages.Replacement(Delivered), PriceMessages.Replacement(Ordered), PriceMessages.Replacement(InCart),
            PriceMessages.Due(Ordered, Request(null)), PriceMessages.Due(Ordered, Request(20)), PriceMessages.Due(Ordered, Request(10)),
            PriceMessages.Resumes(Ordered, Request(null), pays: false), PriceMessages.Resumes(Ordered, Request(20), pays: true),
            PriceMessages.Resumes(Ordered with { Quote = null }, Request(null), pays: true),
        ]);
        Section("Before ordering", new PreflightFinding[]
        {
            new PreflightFinding.NoCredentials(false), new PreflightFinding.NoCredentials(true),
            new PreflightFinding.ActionRequired("challengePaymentMethod"), new PreflightFinding.ActionRequired("somethingNew"),
            new PreflightFinding.Payment(new OrderFailure.NoPaymentMethod()), new PreflightFinding.SameDescription(Project),
        }.Select(PreflightMessages.Of));
        Section("Deletion", [
            PriceMessages.Kept(Delivered), PriceMessages.Kept(Ordered), PriceMessages.Kept(InCart),
            PriceMessages.KeptForImport(Delivered), PriceMessages.KeptForImport(Ordered), PriceMessages.KeptForImport(InCart),
            NoticeMessages.Of(new OrderNotice.LeftUnpaid(Order, Ordered.OrderExpirationDate)),
            NoticeMessages.Of(new OrderNotice.LeftUnpaid(Order, null)),
            NoticeMessages.Of(new OrderNotice.OptionsUnderWay(Order, Project, "checking")),
        ]);
        Section("Result", [
            PriceMessages.Result(Delivered, Inputs()), PriceMessages.Result(Ordered, Inputs()), PriceMessages.Result(InCart, Inputs()),
            PriceMessages.Result(Ordered with { Status = OrderStatus.NotPaid }, Inputs(("payment", PropertyValue.Of("manual")))),
            .. new[] { OrderStatus.Delivered, OrderStatus.Delivering, OrderStatus.NotPaid }
                .Select(status => PriceMessages.OptionsOrdered(OfOptions(status), Inputs(("payment", PropertyValue.Of("manual"))))),
        ]);
        Section("Status", new OrderStep[]
        {
            new OrderStep.Reconcile(), new OrderStep.CreateCart(), new OrderStep.InspectCart(), new OrderStep.ReadRequirements(),
                new OrderStep.PreviewCheckout(true), new OrderStep.Checkout(),
            new OrderStep.FindOrder(), new OrderStep.Pay(), new OrderStep.ReadOrder(), new OrderStep.FindProject(),
            new OrderStep.ReadProject(), new OrderStep.RenameProject(),
        }.Select(step => StepMessages.Status(new OrderActivity.Step(step, Delivered))));
        Section("Waiting", new[] { OrderStatus.NotPaid, OrderStatus.Checking, OrderStatus.Delivering, OrderStatus.DocumentsRequested,
            OrderStatus.Cancelling, "somethingNew", null }
            .Select(status => (OrderActivity)new OrderActivity.AwaitingDelivery(Order, status, TimeSpan.FromSeconds(130), null))
            .Append(new OrderActivity.AwaitingDelivery(Order, OrderStatus.Checking, TimeSpan.FromSeconds(130), TimeSpan.FromSeconds(70)))
            .Append(new OrderActivity.AwaitingProject(Order, null, TimeSpan.FromSeconds(5), null))
            .Append(new OrderActivity.AwaitingProject(Order, Project, TimeSpan.FromSeconds(5), null))
            .Append(new OrderActivity.AwaitingProject(Order, Project, TimeSpan.FromSeconds(50), TimeSpan.FromSeconds(20)))
            .Append(new OrderActivity.AwaitingFoundProject(Order, TimeSpan.FromSeconds(5)))
            .Append(new OrderActivity.AwaitingTerminationEmail(Project, TimeSpan.FromSeconds(5)))
            .Select(StepMessages.Status));
        Section("Notices", new OrderNotice[]
        {
            new OrderNotice.DocumentsRequested(Order), new OrderNotice.PaymentDue(Order, Date), new OrderNotice.PaymentNotSeen(Order, null),
            new OrderNotice.PaymentDue(Order, Date, IsOfOptions: true),
            new OrderNotice.BeingCancelled(Order), new OrderNotice.UnderReview(Order, FollowUpLabel.FraudManualReview),
            new OrderNotice.UnderReview(Order, FollowUpLabel.FraudDocumentsRequested),
            new OrderNotice.UnderReview(Order, FollowUpLabel.FraudRefused),
            new OrderNotice.Adopted(Cart, Order), new OrderNotice.Adopted(Cart, null), new OrderNotice.ProjectExpired(Project),
            new OrderNotice.OrdersNotExamined(3), new OrderNotice.Ended(Order), new OrderNotice.Ended(Order, IsOfOptions: true),
        }.Select(NoticeMessages.Of));
        Section("Reasons", Failures.Select(f => FailureMessages.Property(f) is { } property
            ? $"{property}: {FailureMessages.Of(f)}"
            : FailureMessages.Of(f)));
        Section("Failures", new Exception[]
        {
            new OperationCanceledException(),
            new TimeoutException("it took longer than the timeout of 60 minutes (`customTimeouts`)"),
            new OrderException(new OrderFailure.PriceAboveCeiling(new Money(12, "EUR"), new Money(10, "EUR"), null)),
            Api(403, "This call has not been granted"),
            Api(400, "Found eligibility issues: challengePaymentMethod"),
            Api(500, "Internal Server Error"),
            Api(418, "Something new"),
            new InvalidOperationException("no one thought of this"),
        }.SelectMany(error => Ends.Select(end => ErrorMessages.Of(error, "placing the order", end.Facts, end.Knowledge))));

        Section("Failures of options", Ends.Where(end => end.Facts.ProjectId is null).Select(end =>
            ErrorMessages.Of(
                Api(500, "Internal Server Error"), StepMessages.DoingForOptions(new OrderStep.Checkout()), end.Facts, end.Knowledge,
                isOfOptions: true)));

        text.ToString().ShouldBeIn("tests/Unit/Words/Spoken.approved.txt");

        void Section(string name, IEnumerable<string> lines)
        {
            text.Append("== ").AppendLine(name);
            foreach (var line in lines)
            {
                text.AppendLine(line);
            }

            text.AppendLine();
        }
    }

    private static IEnumerable<OrderFailure> OfOptions(params OrderFailure[] reasons) =>
        reasons.Select(r => new OrderFailure.OfOptions(Project, r));

    private static OrderFacts OfOptions(string status) => Ordered with
    {
        Status = status,
        Options = [new PlacedItem(new ItemId(1), new ItemSettings("credit", "P1M", "default", 1), [])],
    };

    private static OrderRequest OptionsRequest(decimal? maxPrice) => Request(maxPrice).ForOptions(
        Project, [new OptionRequest("credit", null, null, null, ImmutableSortedDictionary<string, string>.Empty)], null);

    private static OvhApiException Api(int status, string message) =>
        new(HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.NotProcessed, message)
        {
            Status = status,
            ErrorClass = "Client::Example",
            QueryId = "EU.ext-1.2",
        };

    private static Quote Quote(decimal withTax, decimal tax, decimal reduction = 0) =>
        new(new QuotePrices("EUR", withTax, withTax - tax, tax, reduction), [],
            [new QuoteContract("Terms", null), new QuoteContract("More", null)]);

    private static OrderFacts Quoted(decimal withTax, decimal tax, decimal? perPeriod) => new()
    {
        Quote = Quote(withTax, tax),
        Choice = new OfferChoice(
            new ItemSettings("project.2018", "P1M", "default", 1), [], perPeriod is { } price ? new Money(price, "EUR") : null),
    };

    private static OrderRequest Request(decimal? maxPrice) => new() { Tag = "m", Description = "d", MaxPrice = maxPrice };

    private static CloudProjectInputs Inputs(params (string Name, PropertyValue Value)[] entries) =>
        CloudProjectInputs.From(
            new PropertyValue.Map(entries.ToImmutableSortedDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal)));
}
