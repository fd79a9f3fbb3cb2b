using System.Text;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ErrorBodyTests
{
    [Fact]
    public void Parse_TheApisShape_HasClassMessageAndDetails()
    {
        var error = Parse("""{"class":"Client::Forbidden","message":"no","details":{"unauthorizedActionsByIAM":["a","b"],"n":3}}""");

        error.Class.ShouldBe("Client::Forbidden");
        error.Message.ShouldBe("no");
        error.Details!["unauthorizedActionsByIAM"].ShouldBe("a, b");
        error.Details["n"].ShouldBe("3");
    }

    [Fact]
    public void Parse_TheOlderShape_HasCode()
    {
        var error = Parse("""{"errorCode":"INVALID_KEY","httpCode":"403 Forbidden","message":"This application key is invalid"}""");

        error.Code.ShouldBe("INVALID_KEY");
        error.Message.ShouldBe("This application key is invalid");
    }

    [Fact]
    public void Parse_TheTokenRoutesShape_HasCodeAndDescription()
    {
        var error = Parse("""{"error":"invalid_client","error_description":"unknown client"}""");

        error.Code.ShouldBe("invalid_client");
        error.Message.ShouldBe("unknown client");
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("   ", null)]
    [InlineData("{}", null)]
    [InlineData("null", "null")]
    [InlineData("\"words\"", "\"words\"")]
    [InlineData("no healthy  upstream\n", "no healthy upstream")]
    [InlineData("{\"message\":\"cut o", "{\"message\":\"cut o")]
    [InlineData("{\"message\":{\"a\":1},\"class\":7,\"details\":[]}", null)]
    [InlineData("<html><head><title>503 Service\nUnavailable</title></head><body>long</body></html>", "503 Service Unavailable")]
    [InlineData("<html><style>p{}</style><body><h1>408 Request&nbsp;Time-out</h1> Sorry.<script>x()</script></body></html>",
        "408 Request Time-out Sorry.")]
    public void Parse_AnythingElse_GivesItsFirstWords(string body, string? message) => Parse(body).Message.ShouldBe(message);

    [Fact]
    public void Parse_LongText_IsCut() => Parse(new string('x', 5000)).Message!.Length.ShouldBeLessThan(200);

    [Theory]
    [InlineData("<script>")]
    [InlineData("<title ")]
    [InlineData("<title>")]
    [InlineData("<style>")]
    [InlineData("<")]
    [InlineData("a<b>")]
    [InlineData("&#")]
    [InlineData(" ")]
    public void Parse_OfAPageOfEightMegabytes_TakesNoTime(string unit)
    {
        var page = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 8_000_000 / unit.Length)));
        var start = TimeProvider.System.GetTimestamp();

        (ErrorBody.Parse(page).Message?.Length ?? 0).ShouldBeLessThan(200);

        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(2));
    }

    private static ErrorBody Parse(string body) => ErrorBody.Parse(Encoding.UTF8.GetBytes(body));
}
