using System.Text;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Words;

/// <summary><c>docs/errors.md</c> is made from the table that explains the errors, so that it cannot say anything else.</summary>
public sealed class ErrorsPageTests
{
    [Fact]
    public void The_page_of_errors_is_the_table_of_known_causes()
    {
        var page = new StringBuilder("""
            # Errors

            Every error says what was being done, what happened, what exists now and what to do next, and ends with what OVHcloud's support asks
            for: `(HTTP 400, Client::BadRequest, query EU.ext-1.…)`. Once anything exists outside, an error never loses it: the next `pulumi up`
            continues from there (see [Recovering an order](recovering-an-order.md)).

            These causes are known. The provider adds the help below to OVHcloud's own words.


            """);
        foreach (var cause in KnownErrors.All)
        {
            page.Append("## ").AppendLine(cause.Title).AppendLine();
            page.Append("OVHcloud says: ").AppendLine(string.Join(" or ", cause.Pattern.Split("; ").Select(s => $"`{s}`"))).AppendLine();
            page.AppendLine(cause.GeneralAdvice).AppendLine();
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
                "Too many calls" => 429,
                "OVHcloud is in trouble" => 503,
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
