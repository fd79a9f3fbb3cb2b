using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class RetryRulesTests
{
    // Rows: status (0: none), delivery, then the verdict for Safe, Idempotent and Once.
    [Theory]
    [InlineData("connection refused", 0, "NotProcessed", "Retry", "Retry", "Retry")]
    [InlineData("connection lost", 0, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("half a success", 200, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("redirected", 302, "Unknown", "Stop", "Stop", "Stop")]
    [InlineData("bad request", 400, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("Unable to synchronize l1::Service, subscription is not active yet", 400, "NotProcessed", "Retry", "Retry", "Stop")]
    [InlineData("unauthorized", 401, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("forbidden", 403, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("not found", 404, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("an answer that is not understood", 299, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("redirection", 300, "Unknown", "Stop", "Stop", "Stop")]
    [InlineData("request timeout", 408, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("conflict", 409, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("rate limit", 429, "NotProcessed", "Throttle", "Throttle", "Throttle")]
    [InlineData("expired service", 460, "NotProcessed", "Stop", "Stop", "Stop")]
    [InlineData("closed by client", 499, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("server error", 500, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("unavailable", 503, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("gateway timeout", 504, "Unknown", "Retry", "Retry", "Stop")]
    [InlineData("the token route is down", 500, "NotProcessed", "Retry", "Retry", "Retry")]
    [InlineData("the token route refuses", 401, "NotProcessed", "Stop", "Stop", "Stop")]
    public void Judge_Failure_RepeatsOnlyWhatItMay(string message, int status, string delivery, string safe, string idempotent, string once)
    {
        var failure =
            new OvhApiException(HttpMethod.Get, "/me", Enum.Parse<CallOutcome>(delivery), message) { Status = status == 0 ? null : status };

        RetryRules.Judge(Repeatability.Safe, failure).ToString().ShouldBe(safe);
        RetryRules.Judge(Repeatability.Idempotent, failure).ToString().ShouldBe(idempotent);
        RetryRules.Judge(Repeatability.Once, failure).ToString().ShouldBe(once);
    }
}
