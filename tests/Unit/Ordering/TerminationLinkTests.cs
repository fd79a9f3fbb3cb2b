using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

/// <summary>The token in an e-mail that asks to confirm the end of a project.</summary>
public sealed class TerminationLinkTests
{
    private const string Id = "0123456789ab4def0123456789abcdef";
    private const string Other = "fedcba9876544210fedcba9876543210";
    private const string Page = "https://manager.eu.ovhcloud.com/#/billing/confirmTerminate";

    [Theory]
    [InlineData($"Project {Id}: {Page}?id={Id}&token=abc123")]
    [InlineData($"Project {Id}: {Page}?id=12345&token=abc123.")]
    [InlineData($"Project {Id}: <{Page}?token=abc123&id={Id}>")]
    [InlineData($"Project {Id}: {Page}?lang=fr&id={Id}&reason=x&token=abc123")]
    [InlineData($"Project 0123456789AB4DEF0123456789ABCDEF: {Page}?id=12345&token=abc123")]
    [InlineData($"<p>{Id}<a href=\"{Page}?id={Id}&amp;token=abc123\">end it</a>")]
    [InlineData($"<p>{Id}<a href=\"{Page}?id={Id}&#38;token=abc123\">end it</a>")]
    [InlineData($"<p>{Id}<a href='{Page}?id={Id}&#x26;token=abc123'>end it</a>")]
    [InlineData($"{Id} {Page}?id={Id}&amp;amp;token=abc123")]
    [InlineData($"{Id} {Page}?id=3D{Id}&token=3Dabc123")]
    [InlineData($"0123456789ab4=\r\ndef0123456789abcdef {Page}?id=3D01234567=\r\n89ab4def0123456789abcdef&token=3Dab=\nc123")]
    public void The_token_is_found_however_the_link_is_written(string body) => TokenIn(body).ShouldBe("abc123");

    [Theory]
    [InlineData($"{Page}?id={Other}&token=other and {Page}?id={Id}&token=abc123")]
    [InlineData($"{Page}?id={Id}&token=abc123 and {Page}?id={Other}&token=other")]
    [InlineData($"{Id}: {Page}?id={Other}&token=other and {Page}?id=12345&token=abc123")]
    public void The_link_of_another_project_comes_last(string body) => TokenIn(body).ShouldBe("abc123");

    [Fact]
    public void A_token_is_taken_whole() => TokenIn($"{Id} {Page}?id=1&token=ab-c_1").ShouldBe("ab-c_1");

    [Theory]
    [InlineData("")]
    [InlineData($"{Id}")]
    [InlineData($"{Page}?id=12345&token=abc123")]
    [InlineData($"{Page}?id={Other}&token=abc123 {Page}?id=1&token=def456")]
    [InlineData($"{Id} {Page}?id={Id}")]
    [InlineData($"{Id} {Page}?id={Id}&token=")]
    [InlineData($"{Id} https://manager.eu.ovhcloud.com/#/billing?id={Id}&token=abc123")]
    public void An_email_without_a_link_for_the_project_has_no_token(string body) => TokenIn(body).ShouldBeNull();

    [Fact]
    public void An_email_without_end_is_read_in_time() =>
        TokenIn(string.Concat(Enumerable.Repeat("=\n/billing/confirmTerminate?&", 100_000)) + Id).ShouldBeNull();

    private static string? TokenIn(string body) => TerminationLink.TokenIn(new Secret(body), ProjectId.Of(Id))?.Reveal();
}
