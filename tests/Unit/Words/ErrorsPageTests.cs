using System.Text;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Words;

/// <summary><c>docs/errors.md</c> is made from the tables that the errors' texts come from, so that it cannot say anything else.</summary>
public sealed class ErrorsPageTests
{
    private static readonly OrderId Order = new(123456789);
    private static readonly CartId Cart = new("01234567-89ab-cdef-0123-456789abcdef");
    private static readonly ProjectId Project = ProjectId.Of("0123456789abcdef0123456789abcdef");

    /// <summary>Those after which a person has to decide or to wait, as they read for an example.</summary>
    private static readonly (string Title, OrderFailure Failure)[] OwnRefusals =
    [
        ("The price is above `maxPrice`", new OrderFailure.PriceAboveCeiling(new Money(12, "EUR"), new Money(10, "EUR"), Order)),
        ("OVHcloud cancelled the order", new OrderFailure.OrderCancelled(Order)),
        ("The order cannot be cancelled", new OrderFailure.OrderUnderWay(Order, "delivering")),
        ("Another run is ordering the same", new OrderFailure.ConcurrentRun(Cart)),
        ("An order was found that is not what the program asks for",
            new OrderFailure.OtherOrderFound(Cart, Order, "delivered", IsReplacement: false)),
        ("An order was found whose project is suspended",
            new OrderFailure.SuspendedOrderFound(Cart, Order, IsReplacement: false)),
        ("An order was found, and its owner cannot be determined",
            new OrderFailure.PossibleDuplicate(Order, IsDelivered: false, OtherTagInSight: false, IsReplacement: false)),
        ("The order of a cart cannot be determined",
            new OrderFailure.OrderOfCartAmbiguous(Cart, [Order, new OrderId(123456790)], OtherTagInSight: false)),
        ("The order contains more than the program asks for", new OrderFailure.OrderHoldsMore(Order)),
        ("The credentials are another account's", new OrderFailure.ProjectNotOfAccount(Project, Order)),
        ("The project is not visible yet", new OrderFailure.ProjectNotVisible(Order, Project, TimeSpan.FromMinutes(10))),
        ("The termination needs the link in an e-mail", new OrderFailure.TerminationEmailUnreadable(Project)),
        ("OVHcloud refused the termination", new OrderFailure.TerminationRefused(Project)),
    ];

    [Fact]
    public void The_page_of_errors_is_the_table_of_known_causes()
    {
        var page = new StringBuilder("""
            # Errors

            Every error says what the provider was doing, what happened, what exists now and what to do next. It ends with what OVHcloud's support
            asks for, such as `(HTTP 400, Client::BadRequest, query EU.ext-1.…)`. A create that fails before checkout deletes its cart. After
            that, Pulumi's state keeps the order, and the next `pulumi up` continues with it. See
            [Recovering an order](recovering-an-order.md).

            ## What OVHcloud refuses

            The provider knows the causes below. It adds the advice to OVHcloud's own message.


            """);
        foreach (var cause in KnownErrors.All)
        {
            page.Append("### ").AppendLine(cause.Title).AppendLine();
            page.Append("The error says: ").AppendLine(string.Join(" or ", cause.Pattern.Split("; ").Select(s => $"`{s}`"))).AppendLine();
            page.AppendLine(KnownErrors.General(cause)).AppendLine();
        }

        page.AppendLine("## What the provider refuses").AppendLine();
        foreach (var (title, failure) in OwnRefusals)
        {
            page.Append("### ").AppendLine(title).AppendLine();
            page.Append("Such as: ").Append(FailureMessages.Of(failure)).AppendLine(".").AppendLine();
        }

        page.ToString().TrimEnd().ShouldBeIn("docs/errors.md", newline: true);
    }

    [Fact]
    public void Every_cause_is_recognized_by_what_it_says()
    {
        foreach (var cause in KnownErrors.All)
        {
            var status = cause.Title switch
            {
                "A right is missing" or "Ordering is not allowed" => 403,
                "The cart has expired" => 404,
                "The project has expired" => 460,
                "Too many requests" => 429,
                "OVHcloud returned a server error" => 503,
                "A proxy answers" => 302,
                "No answer" => (int?)null,
                _ => 400,
            };
            foreach (var words in cause.Pattern.Split("; "))
            {
                var error = new OvhApiException(HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.NotProcessed, words)
                {
                    Status = status,
                    ErrorCode = words is "QUERY_TIME_OUT" or "invalid_client" ? words : null,
                };

                KnownErrors.All.First(c => c.Matches(error)).Title.ShouldBe(cause.Title, words);
            }
        }
    }
}
