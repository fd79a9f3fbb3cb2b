using PulumiOvhOrder.Faults.Stands;
using PulumiOvhOrder.LocalEngine.Plugins;
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
        await using var story = await BeginAsync("{}", minutes);
        await story.UpInterruptedAsync("POST", "/order/cart/*/checkout");
        story.LoseState();

        (await story.UpAsync()).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(-120)]
    [InlineData(-30)]
    [InlineData(120)]
    public async Task An_interrupted_order_whose_cart_is_not_listed_stops_the_run(int minutes)
    {
        await using var story = await BeginAsync("""{"listCheckedOutCarts":false}""", minutes);
        await story.UpInterruptedAsync("POST", "/me/order/*/payWithRegisteredPaymentMean");
        story.LoseState();

        (await story.UpAsync()).ShouldFail("no cart that tells whose it is: order 100001", "pulumi import", "adoptEarlierOrders false");

        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    private static async Task<Story> BeginAsync(string account, int minutes)
    {
        var story = await Story.BeginAsync(account);
        var wrong = new ServerTime(story.Clock);
        wrong.Learn(story.Clock.GetUtcNow() + TimeSpan.FromMinutes(minutes));
        story.Stand.Plugin = new InProcessLauncher(engine => Stand.Provider(engine, wrong), TimeProvider.System);
        return story;
    }
}
