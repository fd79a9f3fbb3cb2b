namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>How many requests a life takes; <c>make bench</c> measures the time that they take.</summary>
public sealed class RequestCountTests
{
    [Theory]
    [InlineData("""{"deliveryDelayMs":0}""", 17)]
    [InlineData("""{"deliveryDelayMs":0,"priceWithTax":12}""", 18)]
    public async Task A_create_makes_at_most_so_many_requests(string account, int most)
    {
        await using var scenario = await Scenario.BeginAsync(account);

        (await scenario.UpAsync(Scenario.Program("ovhSubsidiary: FR"), new() { SkipPreview = true })).ShouldSucceed(scenario);

        scenario.Ovh.Calls().Count.ShouldBeLessThanOrEqualTo(most, Calls(scenario, 0));
    }

    [Fact]
    public async Task A_delete_makes_five_requests_where_the_mail_is_there_at_once()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.ForgetRefreshBeforeUpdate();
        var before = scenario.Ovh.Calls().Count;

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        (scenario.Ovh.Calls().Count - before).ShouldBe(5, Calls(scenario, before));
    }

    private static string Calls(Scenario scenario, int from) =>
        string.Join('\n', scenario.Ovh.Calls().Skip(from).Select(c => $"{c.Method} {c.Path}"));
}
