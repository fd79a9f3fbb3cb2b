using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Something that nobody asked for gets into the cart: another run put it there, or a call that OVHcloud processed late.</summary>
public sealed class StrangerTests
{
    [Fact]
    public async Task An_order_that_holds_a_second_project_is_paid_neither_by_its_run_nor_by_the_next()
    {
        await using var story = await Story.BeginAsync();
        story.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", call => AddProjectAsync(story, call));

        var first = await story.UpAsync();
        story.Ovh.Watcher = null;
        var second = await story.UpAsync();

        ShouldBeRefused(story, first);
        ShouldBeRefused(story, second);
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Fact]
    public async Task An_order_with_a_second_project_that_is_found_by_its_tag_is_not_paid_and_another_is_ordered_without_adoption()
    {
        await using var story = await Story.BeginAsync();
        story.On(FaultMoment.Before, "POST", "/order/cart/*/checkout", call => AddProjectAsync(story, call));
        await story.UpAsync();
        story.Ovh.Watcher = null;
        story.LoseState();

        ShouldBeRefused(story, await story.UpAsync());
        story.Set("adoptEarlierOrders", "false");
        (await story.UpAsync()).ShouldSucceed(story);

        story.ShouldHave(orders: 2, payments: 1, projects: 1);
        story.Ovh.Orders()[0].Paid.ShouldBeFalse();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task An_option_that_somebody_takes_out_is_put_back_or_nothing_is_left(int times)
    {
        var program = Story.Program("planCode: project.legacy", "options: [{planCode: credit}]");
        await using var story = await Story.BeginAsync();
        var taken = 0;
        story.On(FaultMoment.Before, "GET", "/order/cart/*/checkout", async call =>
        {
            if (times == 0 || ++taken <= times)
            {
                var cart = call.Path[..call.Path.LastIndexOf('/')];
                foreach (var item in (await story.SendAsync(HttpMethod.Get, $"{cart}/item")).EnumerateArray().Skip(1).ToList())
                {
                    await story.SendAsync(HttpMethod.Delete, $"{cart}/item/{item}");
                }
            }
        });

        var result = await story.UpAsync(program);
        story.Ovh.Watcher = null;

        if (times == 0)
        {
            result.ShouldFail("changes while it is being filled", "Nothing was ordered");
            story.ShouldHave(orders: 0, payments: 0, projects: 0);
            story.Resource.ShouldBeNull();
        }

        (await story.UpAsync(program)).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(program);
    }

    private static void ShouldBeRefused(Story story, RunResult run)
    {
        run.ShouldFail("order 100001 holds more than the program asks for", "It is not paid", "`pulumi state delete`");
        run.Words().ShouldNotContain("continues with it and orders nothing again", Case.Sensitive, story.Output);
    }

    private static async Task AddProjectAsync(Story story, CallRecord checkout)
    {
        var cart = checkout.Path[..checkout.Path.LastIndexOf('/')];
        var item = await story.PostAsync($"{cart}/cloud", new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 });
        await story.PostAsync($"{cart}/item/{item.GetProperty("itemId")}/configuration", new { label = "description", value = "nobody's" });
    }
}
