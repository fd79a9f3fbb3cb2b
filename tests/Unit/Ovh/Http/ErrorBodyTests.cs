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

    [Theory]
    [InlineData(160, "")]
    [InlineData(161, "…")]
    [InlineData(5000, "…")]
    public void Parse_LongText_IsCut(int length, string end) =>
        Parse(new string('x', length)).Message.ShouldBe(new string('x', 160) + end);

    [Theory]
    [InlineData("<TITLE lang=\"en\">Bad gateway</TITLE>", "Bad gateway")]
    [InlineData("<html><title>Bad gateway", "Bad gateway")]
    [InlineData("<title>Bad gateway</title>More", "Bad gateway")]
    [InlineData("<html>Before<title>Bad gateway</title>", "Bad gateway")]
    [InlineData("a<>b", "a b")]
    [InlineData("a<style>p{}</style>b<SCRIPT>x()</SCRIPT>c", "a b c")]
    [InlineData("a<script>x()", "a")]
    [InlineData("a < b", "a < b")]
    [InlineData("<b>one</b><i>two</i>", "one two")]
    [InlineData("Tom &amp; Jerry &lt;b&gt;", "Tom & Jerry <b>")]
    public void Parse_OfAPage_GivesWhatABrowserWouldShow(string page, string message) => Parse(page).Message.ShouldBe(message);

    [Theory]
    [InlineData("""{"message":"m","error_description":"d","error":"e"}""", "m", "e")]
    [InlineData("""{"error_description":"d","error":"e","errorCode":"c"}""", "d", "c")]
    [InlineData("""{"error":"e"}""", "e", "e")]
    [InlineData("""{"message":" ","errorCode":"c"}""", null, "c")]
    public void Parse_OfSeveralMessages_TakesTheApisOwnFirst(string body, string? message, string? code)
    {
        var error = Parse(body);

        (error.Message, error.Code).ShouldBe((message, code));
    }

    [Fact]
    public void Parse_LongWords_AreCutByTheirKind()
    {
        var much = new string('m', 10_000);
        var error = Parse(
            $$"""{"message":"{{much}}","class":"{{much}}","error":"{{much}}","details":{"a":"{{much}}","{{much}}":[],"":"x"} }""");

        error.Message.ShouldBe(much[..1000] + '…');
        error.Class.ShouldBe(much[..100] + '…');
        error.Code.ShouldBe(much[..100] + '…');
        error.Details.ShouldNotBeNull().Select(detail => (detail.Key, detail.Value))
            .ShouldBe([("a", much[..4000] + '…'), (much[..100] + '…', "")]);
    }

    [Fact]
    public void Parse_TakesFiftyDetails()
    {
        var details = string.Join(',', Enumerable.Range(10, 60).Select(i => $"\"d{i}\":{i}"));

        Parse($$"""{"details":{ {{details}} } }""").Details!.Keys.ShouldBe(Enumerable.Range(10, 50).Select(i => $"d{i}"));
    }

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

        // What takes time for each pair of characters takes days, on any machine.
        TimeProvider.System.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static ErrorBody Parse(string body) => ErrorBody.Parse(Encoding.UTF8.GetBytes(body));
}
