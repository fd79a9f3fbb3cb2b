using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
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
    public async Task Nor_is_it_paid_by_a_run_that_finds_it_by_its_mark_and_another_is_ordered_when_the_user_says_so()
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

    private static void ShouldBeRefused(Story story, RunResult run)
    {
        run.ShouldFail("order 100001 holds more than was asked for", "It is not paid", "`pulumi state delete`");
        run.Words().ShouldNotContain("goes on with it and orders nothing again", Case.Sensitive, story.Output);
    }

    private static async Task AddProjectAsync(Story story, CallRecord checkout)
    {
        using var api = new HttpClient();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "at");
        var cart = $"{story.Ovh.BaseUri}{checkout.Path[..checkout.Path.LastIndexOf('/')]}";
        var item = await PostAsync($"{cart}/cloud", new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 });
        await PostAsync($"{cart}/item/{item.GetProperty("itemId")}/configuration", new { label = "description", value = "nobody's" });

        async Task<JsonElement> PostAsync(string url, object body)
        {
            using var answer = await api.PostAsJsonAsync(url, body);
            return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).Clone();
        }
    }
}
