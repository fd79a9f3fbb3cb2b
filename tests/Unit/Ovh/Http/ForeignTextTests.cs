using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class ForeignTextTests
{
    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "12345…")]
    [InlineData("1234 ", "1234")]
    [InlineData("12345 ", "12345…")]
    [InlineData("1234\U0001F600", "1234\U0001F600")]
    [InlineData("1234\U0001F6006", "1234\U0001F600…")]
    public void A_text_that_is_too_long_is_cut_and_says_so(string text, string line) => ForeignText.Line(text, 5).ShouldBe(line);

    [Theory]
    [InlineData("  a \t\r\n b  ", "a b")]
    [InlineData("a\u0000\u001bb", "a b")]
    [InlineData("\u00a0a\u2028b", "a b")]
    public void Blanks_and_control_characters_become_one_blank_between_words(string text, string line) =>
        ForeignText.Line(text, 100).ShouldBe(line);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \r\n\u0007")]
    public void A_text_without_a_word_is_none(string? text) => ForeignText.Line(text, 100).ShouldBeNull();
}
