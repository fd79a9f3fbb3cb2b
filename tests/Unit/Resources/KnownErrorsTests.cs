using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;

namespace PulumiOvhOrder.Tests.Unit.Resources;

/// <summary>The same words of OVHcloud mean something else where nothing is ordered.</summary>
public sealed class KnownErrorsTests
{
    [Theory]
    [InlineData("POST", "/order/cart/{cartId}/checkout", 403, "You are not allowed", "OVHcloud does not let this account or user order")]
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
}
