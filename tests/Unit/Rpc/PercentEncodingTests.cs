using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Rpc;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class PercentEncodingTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain, \"quoted\" ~text~", "plain, \"quoted\" ~text~")]
    [InlineData("100%", "100%25")]
    [InlineData("a\r\nb\0", "a%0D%0Ab%00")]
    [InlineData("25 €", "25 %E2%82%AC")]
    [InlineData("😀\u007F", "%F0%9F%98%80%7F")]
    public void Encode_KeepsPrintableAsciiOnly(string text, string encoded)
    {
        PercentEncoding.Encode(text).ShouldBe(encoded);
        PercentEncoding.Decode(encoded).ShouldBe(text);
    }

    [Theory]
    [InlineData("%", "%")]
    [InlineData("50%", "50%")]
    [InlineData("%4", "%4")]
    [InlineData("%zz%41", "%zzA")]
    [InlineData("%e2%82%ac", "€")]
    public void Decode_WhatIsNoEscape_StandsAsItIs(string encoded, string text) => PercentEncoding.Decode(encoded).ShouldBe(text);

    [Fact]
    public void Decode_AfterEncode_GivesTheSameText() =>
        Prop.ForAll(
            Gen.Choose(0, 0xD7FF).Select(c => (char)c).ListOf().Select(chars => string.Concat(chars)).ToArbitrary(),
            text => PercentEncoding.Decode(PercentEncoding.Encode(text)) == text).QuickCheckThrowOnFailure();
}
