using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.Ovh.Http;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>The machine's clock is wrong: carts and orders have the API's dates.</summary>
public sealed class WrongClockTests
{
    [Theory]
    [InlineData(-120)]
    [InlineData(-30)]
    [InlineData(10)]
    [InlineData(120)]
    public async Task An_interrupted_order_is_resumed(int minutes)
    {
        await using var scenario = await BeginAsync("{}", minutes);
        await scenario.UpInterruptedAsync("POST", "/order/cart/*/checkout");
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(-120)]
    [InlineData(-30)]
    [InlineData(120)]
    public async Task An_interrupted_order_whose_cart_is_not_listed_stops_the_run(int minutes)
    {
        await using var scenario = await BeginAsync("""{"listCheckedOutCarts":false}""", minutes);
        await scenario.UpInterruptedAsync("POST", "/me/order/*/payWithRegisteredPaymentMean");
        scenario.LoseState();

        (await scenario.UpAsync()).ShouldFail("cannot determine its owner", "pulumi import", "adoptEarlierOrders false");

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    private static async Task<Scenario> BeginAsync(string account, int minutes)
    {
        var scenario = await Scenario.BeginAsync(account);
        var wrong = new ServerTime(scenario.Clock);
        wrong.Learn(scenario.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));
        scenario.TestEnvironment.Plugin = new InProcessLauncher(engine => TestEnvironment.Provider(engine, wrong), TimeProvider.System);
        return scenario;
    }
}
