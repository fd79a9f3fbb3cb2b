using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

// The vectors of OVHcloud's own clients.
public sealed class OvhSignatureTests
{
    private const string Json = "{\"a\":\"b\",\"c\":\"d\"}";

    [Theory]
    [InlineData("GET", "https://eu.api.ovh.com/1.0/auth", "", "$1$e9556054b6309771395efa467c22e627407461ad")]
    [InlineData("POST", "https://eu.api.ovh.com/1.0/auth", Json, "$1$ec2fb5c7a81f64723c77d2e5b609ae6f58a84fc1")]
    [InlineData("PUT", "https://eu.api.ovh.com/1.0/auth", Json, "$1$8a75a9e7c8e7296c9dbeda6a2a735eb6bd58ec4b")]
    [InlineData("DELETE", "https://eu.api.ovh.com/1.0/auth", "", "$1$a1eecd00b3b02b6cf5708b84b9ff42059a950d85")]
    [InlineData("GET", "https://eu.api.ovh.com/1.0/call", "", "$1$7f2db49253edfc41891023fcd1a54cf61db05fbb")]
    [InlineData("GET", "https://eu.api.ovh.com/v1/call", "", "$1$e6e7906d385eb28adcbfbe6b66c1528a42d741ad")]
    [InlineData("GET", "https://eu.api.ovh.com/v2/call", "", "$1$bb63b132a6f84ad5433d0c534d48d3f7c3804285")]
    public void Of_VectorsOfGoAndPython_Match(string method, string url, string body, string expected) =>
        Signature("9ufkBmLaTQ9nz5yMUlg79taH0GNnzDjk", "5mBuy6SUQcRw2ZUxg0cG68BoDKpED4KY", method, url, body, 1457018875).ShouldBe(expected);

    [Theory]
    [InlineData("GET", "/", "", "$1$c87db4be631d68b610079e088248dfe8881c40a1")]
    [InlineData("GET", "/me", "", "$1$b395d13fdb1e1aae1db2be96c6d120677c4d2000")]
    [InlineData("POST", "/", "{\"data\":\"value\"}", "$1$369d08d098480a4769db04bf3f0ce8e7a266ca7e")]
    [InlineData("POST", "https://eu.api.ovh.com/1.0/me/geolocation", "", "$1$3473ad8790d09e6d28f8a9d6f09a05c1f5f0bbfc")]
    public void Of_VectorsOfCSharp_Match(string method, string url, string body, string expected) =>
        Signature("APPLICATION_SECRET", "CONSUMER_KEY", method, url, body, 1566485767).ShouldBe(expected);

    [Fact]
    public void Of_OwnVector_Matches() =>
        Signature("AS", "CK", "GET", "https://eu.api.ovh.com/1.0/me", "", 1700000000)
            .ShouldBe("$1$2bb81c13bcb1eea93ff50b12bd571dc7699f3913");

    private static string Signature(string secret, string consumerKey, string method, string url, string body, long timestamp) =>
        OvhSignature.Of(
            new Credentials.ApplicationKey("any", new Secret(secret), new Secret(consumerKey)),
            new HttpMethod(method),
            url,
            Encoding.UTF8.GetBytes(body),
            timestamp);
}
