using System.Text;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

public sealed class AnswerBodyTests
{
    [Theory]
    [InlineData("\\ud83d\\ude00", "\\ud83d\\ude00")]
    [InlineData("\\uD83D\\uDE00\\ud83d", "\\uD83D\\uDE00\\ufffd")]
    [InlineData("\\ude00\\ud83d", "\\ufffd\\ufffd")]
    [InlineData("\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00")]
    [InlineData("\\ud83dx\\ude00", "\\ufffdx\\ufffd")]
    [InlineData("\\\\ud83d", "\\\\ud83d")]
    [InlineData("\\\\\\ud83d", "\\\\\\ufffd")]
    [InlineData("\\n\\ude00\\u00e9", "\\n\\ufffd\\u00e9")]
    [InlineData("\\ud83", "\\ud83")]
    [InlineData("\\ud83d\\ude0", "\\ufffd\\ude0")]
    [InlineData("\\ud8zz\\udfff", "\\ud8zz\\ufffd")]
    [InlineData("\\ud7ff\\ud800\\udbff\\udc00\\udfff\\ue000", "\\ud7ff\\ufffd\\udbff\\udc00\\ufffd\\ue000")]
    [InlineData("\\", "\\")]
    public async Task Half_a_surrogate_pair_becomes_the_replacement_character(string escaped, string expected) =>
        (await ReadAsync(Encoding.ASCII.GetBytes(escaped))).ShouldBe(expected);

    [Fact]
    public async Task A_body_is_read_as_UTF_8_and_otherwise_as_Latin_1()
    {
        (await ReadAsync("clé"u8.ToArray())).ShouldBe("clé");
        (await ReadAsync([0xEF, 0xBB, 0xBF, .. "clé"u8])).ShouldBe("clé");
        (await ReadAsync(Encoding.Latin1.GetBytes("clé"))).ShouldBe("clé");
        (await ReadAsync([])).ShouldBe("");
    }

    [Fact]
    public async Task A_body_of_16_MiB_is_read_and_a_longer_one_is_refused()
    {
        (await ReadAsync(new byte[16 * 1024 * 1024])).Length.ShouldBe(16 * 1024 * 1024);

        (await Should.ThrowAsync<HttpRequestException>(() => ReadAsync(new byte[(16 * 1024 * 1024) + 1])))
            .HttpRequestError.ShouldBe(HttpRequestError.ConfigurationLimitExceeded);
    }

    private static async Task<string> ReadAsync(byte[] body)
    {
        using var response = new HttpResponseMessage { Content = new StreamContent(new MemoryStream(body)) };
        return Encoding.UTF8.GetString(await AnswerBody.ReadAsync(response, default));
    }
}
