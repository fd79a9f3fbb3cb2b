using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Words;

/// <summary><c>docs/errors.md</c> is made from the table that explains the errors, so that it cannot say anything else.</summary>
public sealed class ErrorsPageTests
{
    [Fact]
    public void The_page_of_errors_is_the_table_of_known_causes()
    {
        var page = new StringBuilder("""
            # Errors

            Every error says what the provider was doing, what happened, what exists now and what to do next. It ends with what OVHcloud's support
            asks for, such as `(HTTP 400, Client::BadRequest, query EU.ext-1.…)`. If a cart or an order exists, Pulumi's state keeps it, and the
            next `pulumi up` continues from there. See [Recovering an order](recovering-an-order.md).

            The provider knows the causes below. It adds the advice to OVHcloud's own message.


            """);
        foreach (var cause in KnownErrors.All)
        {
            page.Append("## ").AppendLine(cause.Title).AppendLine();
            page.Append("OVHcloud says: ").AppendLine(string.Join(" or ", cause.Pattern.Split("; ").Select(s => $"`{s}`"))).AppendLine();
            page.AppendLine(KnownErrors.General(cause)).AppendLine();
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
                "Too many requests" => 429,
                "OVHcloud returned a server error" => 503,
                "No answer" => (int?)null,
                _ => 400,
            };
            foreach (var words in cause.Pattern.Split("; "))
            {
                var error = new OvhApiException(HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.NotProcessed, words) { Status = status, ErrorCode = words == "QUERY_TIME_OUT" ? words : null };

                KnownErrors.All.First(c => c.Matches(error)).Title.ShouldBe(cause.Title, words);
            }
        }
    }
}
