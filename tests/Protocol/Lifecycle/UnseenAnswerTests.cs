using System.Text.Json;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What OVHcloud's API may answer as well, where it is not known what it does.</summary>
public sealed class UnseenAnswerTests
{
    private const string WithCredit = "options: [{planCode: credit}]";
    private const string Unlisted = """{"listCheckedOutCarts":false}""";

    /// <summary>The program names no plan, so that any plan of a project may have been ordered.</summary>
    [Theory]
    [InlineData("lines in another order")]
    [InlineData("a line without configuration")]
    [InlineData("no lines")]
    public async Task An_order_that_no_cart_leads_to_is_seen_however_its_lines_tell_of_it(string lines)
    {
        var program = Scenario.Program(WithCredit);
        await using var scenario = await Scenario.BeginAsync(Unlisted);
        (await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout", program: program)).Succeeded.ShouldBeFalse();
        scenario.LoseState();
        var listed = (await scenario.SendAsync(HttpMethod.Get, "/me/order/100001/details")).EnumerateArray().Select(l => l.GetInt64());
        switch (lines)
        {
            case "lines in another order":
                scenario.Replace("GET", "/me/order/*/details", "", JsonSerializer.Serialize(listed.Reverse()), times: 0);
                break;
            case "a line without configuration":
                scenario.Replace("GET", $"/me/order/*/details/{listed.First()}/extension", "/order/configurations", "[]", times: 0);
                break;
            default:
                scenario.Replace("GET", "/me/order/*/details", "", "[]", times: 0);
                break;
        }

        (await scenario.UpAsync(program)).ShouldFail("order 100001");

        scenario.ShouldHave(orders: 1, payments: 0, projects: 0);
    }
}
