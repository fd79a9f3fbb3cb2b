using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Resources;

/// <summary>The same words of OVHcloud mean something else where nothing is ordered.</summary>
public sealed class KnownErrorsTests
{
    [Theory]
    [InlineData("POST", "/order/cart/{cartId}/checkout", 403, "You are not allowed", "OVHcloud does not let this account or user order")]
    [InlineData("GET", "/order/cart/{cartId}/checkout", 403, "You are not allowed", "OVHcloud does not let this account or user order")]
    [InlineData("GET", "/order/cart", 403, "You are not allowed", "Add the rule `GET /order/cart` to the consumer key")]
    [InlineData("GET", "/cloud/project/{projectId}", 403, "You are not allowed", "Add the rule `GET /cloud/project/*` to the consumer key")]
    [InlineData("GET", "/me/order/{orderId}", 403, "You are not allowed", "Add the rule `GET /me/order/*` to the consumer key")]
    [InlineData("POST", "/order/cart/{cartId}/cloud", 503, "Service is temporarily unavailable", "Remove `duration`")]
    [InlineData("GET", "/cloud/project", 503, "Service is temporarily unavailable", "The error is on OVHcloud's side")]
    public void A_refusal_is_explained_by_what_was_refused(string method, string path, int status, string message, string advice)
    {
        var error = new OvhApiException(new HttpMethod(method), path, CallOutcome.NotProcessed, message) { Status = status };

        KnownErrors.Explain(error, isFromState: false).ShouldStartWith($"{message}. ");
        KnownErrors.Explain(error, isFromState: false).ShouldContain(advice);
    }

    [Theory]
    [InlineData(1, "The error is on OVHcloud's side. Try again later.")]
    [InlineData(2, "The error is on OVHcloud's side, and retries did not help. Try again later.")]
    public void Retries_are_told_of_where_there_were_any(int attempts, string advice)
    {
        var error = new OvhApiException(HttpMethod.Post, "/order/cart/{cartId}/checkout", CallOutcome.Unknown, "Internal server error")
        {
            Status = 500,
            Attempts = attempts,
        };

        KnownErrors.Explain(error, isFromState: false).ShouldBe($"Internal server error. {advice}");
    }

    [Theory]
    [InlineData("/auth/oauth2/token", 401, """{"error":"invalid_client","error_description":"Client authentication failed"}""",
        "Check ovh-order:clientId and ovh-order:clientSecret")]
    [InlineData("/auth/oauth2/token", 400, """{"error":"invalid_client"}""", "The endpoint does not know the service account")]
    [InlineData("/order/cart/{cartId}", 404, """{"class":"Client::NotFound","message":"Got an invalid (or empty) URL"}""",
        "check that it is that of version 1")]
    public void An_answer_of_OVHcloud_leads_to_its_advice(string path, int status, string body, string advice)
    {
        var said = ErrorBody.Parse(Encoding.UTF8.GetBytes(body));
        var error = new OvhApiException(HttpMethod.Post, path, CallOutcome.NotProcessed, said.Message!)
        {
            Status = status,
            ErrorClass = said.Class,
            ErrorCode = said.Code,
        };

        KnownErrors.Explain(error, isFromState: false).ShouldContain(advice);
    }
}
