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

    private static readonly OrderProgress InCart = new() { Cart = Cart, CartExpirationDate = Date, Quote = Quote(12, 2) };
    private static readonly OrderProgress Ordered = InCart with { Order = Order, Status = OrderStatus.Delivering, OrderExpirationDate = Date };
    private static readonly OrderProgress Delivered = Ordered with { ProjectId = Project, Status = OrderStatus.Delivered };

    [Fact]
    public void What_is_spoken_is_approved()
    {
        var text = new StringBuilder();
        Section("Preview", [
            QuoteText.Line(Quoted(0, 0, 0), Request(null), Inputs()),
            QuoteText.Line(Quoted(12, 2, 10), Request(20), Inputs(("maxPrice", PropertyValue.Of(20.0)))),
            QuoteText.Line(Quoted(12, 2, 10) with { Quote = Quote(12, 2, reduction: 5) }, Request(10), Inputs(("checkout", PropertyValue.Of(false)))),
            QuoteText.Line(Quoted(12, 2, null), Request(null), Inputs(("payment", PropertyValue.Of("manual")))),
            QuoteText.Replacement(Delivered), QuoteText.Replacement(Ordered), QuoteText.Replacement(InCart),
        ]);
        Section("Result", [
            QuoteText.Result(Delivered, Inputs()), QuoteText.Result(Ordered, Inputs()), QuoteText.Result(InCart, Inputs()),
            QuoteText.Result(Ordered with { Status = OrderStatus.NotPaid }, Inputs(("payment", PropertyValue.Of("manual")))),
        ]);
        Section("Status", new OrderStep[]
        {
            new OrderStep.FindEarlier(), new OrderStep.CreateCart(), new OrderStep.InspectCart(), new OrderStep.ReadBack(), new OrderStep.Judge(true), new OrderStep.Checkout(),
            new OrderStep.FindOrder(), new OrderStep.Pay(), new OrderStep.ReadOrder(), new OrderStep.FindProject(), new OrderStep.ReadProject(), new OrderStep.DescribeProject(),
        }.Select(step => OrderStatusLine.For(step, Delivered)));
        Section("Waiting", new[] { OrderStatus.NotPaid, OrderStatus.Checking, OrderStatus.Delivering, OrderStatus.DocumentsRequested, OrderStatus.Cancelling, "somethingNew", null }
            .Select(status => OrderStatusLine.Waiting(Ordered, status, TimeSpan.FromSeconds(130))));
        Section("Warnings", new[] { OrderStatus.NotPaid, OrderStatus.DocumentsRequested, OrderStatus.Cancelling }.SelectMany(status => new[]
        {
            OrderWarning.For(status, Request(null), Ordered, TimeSpan.FromMinutes(2)),
            OrderWarning.For(status, Request(null) with { Payment = PaymentKind.Manual }, Ordered, TimeSpan.Zero),
        }).OfType<string>().Distinct());
        Section("Failures", new Exception[]
        {
            new OperationCanceledException(),
            new TimeoutException("it took longer than the 60 minutes that it was given (`customTimeouts`)"),
            new OrderException("the order would cost 12.00 EUR with tax, and maxPrice allows 10.00 EUR. Nothing is ordered; raise maxPrice if that is what you want to spend", "maxPrice"),
            Api(403, "This call has not been granted"),
            Api(400, "Found eligibility issues: challengePaymentMethod"),
            Api(500, "Internal Server Error"),
            Api(418, "Something new"),
            new InvalidOperationException("nobody thought of this"),
        }.SelectMany(error => new[] { new OrderProgress(), InCart, InCart with { CheckoutTried = true }, InCart with { CartReadOnly = true }, Ordered, Delivered }.Select(p => FailureText.Of(error, "placing the order", p))));

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

    private static OvhApiException Api(int status, string message) => new(HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.NotProcessed, message)
    {
        Status = status,
        ErrorClass = "Client::Example",
        QueryId = "EU.ext-1.2",
    };

    private static Quote Quote(decimal withTax, decimal tax, decimal reduction = 0) =>
        new(new QuotePrices("EUR", withTax, withTax - tax, tax, reduction), [], [new QuoteContract("Terms", null), new QuoteContract("More", null)]);

    private static OrderProgress Quoted(decimal withTax, decimal tax, decimal? perPeriod) => new()
    {
        Quote = Quote(withTax, tax),
        Choice = new OfferChoice(new ItemSettings("project.2018", "P1M", "default", 1), [], perPeriod is { } price ? new Money(price, "EUR") : null),
    };

    private static OrderRequest Request(decimal? maxPrice) => new() { Mark = "m", Description = "d", MaxPrice = maxPrice };

    private static CloudProjectInputs Inputs(params (string Name, PropertyValue Value)[] entries) =>
        CloudProjectInputs.From(new PropertyValue.Map(entries.ToImmutableSortedDictionary(e => e.Name, e => e.Value, StringComparer.Ordinal)));
}
