using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Whatever a preview says is so, is so afterwards.</summary>
public sealed class PreviewTests
{
    private static readonly string[] Quoted =
        ["contracts", "details", "duration", "ovhSubsidiary", "planCode", "prices", "pricingMode", "quantity"];

    [Fact]
    public async Task Preview_of_a_create_matches_its_result()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");

        var said = await PreviewedAsync(story, Story.Program());

        said.Items.Keys.ShouldBeSubsetOf(story.Resource!.Outputs.Items.Keys);
        Quoted.ShouldBeSubsetOf(said.Items.Keys);
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Preview_of_a_create_with_options_and_a_voucher_matches_its_result()
    {
        await using var story = await Story.BeginAsync();

        var said = await PreviewedAsync(story, Story.Program(
            "planCode: project.legacy", "voucher: V-1", "configuration: {infrastructure: production}",
            "options: [{planCode: credit, quantity: 2}]", "maxPrice: 100"));

        Quoted.Append("options").ShouldBeSubsetOf(said.Items.Keys);
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Preview_of_a_free_project_has_its_price_in_the_currency()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":0,"fidelityOrdersInPoints":true}""");

        var said = await PreviewedAsync(story, Story.Program());

        said["prices"]!.ShouldBeOfType<PropertyValue.Map>()["currencyCode"].ShouldBe(PropertyValue.Of("EUR"));
        (await story.RefreshAsync()).ShouldSucceed(story);
        ShouldHold(said, story);
    }

    [Fact]
    public async Task Previews_of_a_pending_cart_and_then_of_its_order_match_their_results()
    {
        await using var story = await Story.BeginAsync();

        var pending = await PreviewedAsync(story, Story.Program("checkout: false"));
        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
        var ordered = await PreviewedAsync(story, Story.Program());

        Quoted.ShouldBeSubsetOf(pending.Items.Keys);
        Quoted.ShouldBeSubsetOf(ordered.Items.Keys);
        ordered["prices"].ShouldBe(pending["prices"]);
        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task Preview_of_an_order_has_the_price_that_changed_since_the_cart_was_filled()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        (await story.UpAsync(Story.Program("checkout: false"))).ShouldSucceed(story);
        story.Ovh.Configure("""{"priceWithTax":24}""");

        var said = await PreviewedAsync(story, Story.Program());

        said["prices"]!.ShouldBeOfType<PropertyValue.Map>()["withTax"].ShouldBe(PropertyValue.Of(24.0));
    }

    [Fact]
    public async Task Preview_of_an_undelivered_order_knows_its_numbers_and_not_its_status()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await story.UpAsync(Story.WithOptions(Story.Program(), "customTimeouts: {create: 25s}"))).Succeeded.ShouldBeFalse();

        var said = await PreviewedAsync(story, Story.Program());

        foreach (var passing in new[] { "stage", "orderStatus", "projectId", "projectName", "projectStatus", "access", "creationDate" })
        {
            said.Items.Keys.ShouldNotContain(passing);
        }

        Quoted.Append("orderId").Append("cartId").Append("orderDate").Append("orderUrl").ShouldBeSubsetOf(said.Items.Keys);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_an_accepted_order_that_is_waited_for_does_not_know_its_stage()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":2000}""");
        (await story.UpAsync(Story.Program("waitForDelivery: false"))).ShouldSucceed(story);

        var said = await PreviewedAsync(story, Story.Program());

        said.Items.Keys.ShouldNotContain("stage");
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_a_rename_matches_its_result()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);

        var said = await PreviewedAsync(story, Story.Program().Replace("Website", "Renamed", StringComparison.Ordinal));

        said["projectName"].ShouldBe(PropertyValue.Of("Renamed"));
        said["projectId"].ShouldBe(PropertyValue.Of(story.Order.ProjectId!));
        said["stage"].ShouldBe(PropertyValue.Of("delivered"));
    }

    [Fact]
    public async Task Preview_of_a_project_that_is_being_created_does_not_know_its_status()
    {
        await using var story = await Story.BeginAsync("""{"projectCreatingMs":60000}""");
        (await story.UpAsync()).ShouldSucceed(story);
        story.Resource!.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("creating"));
        story.Clock.Advance(TimeSpan.FromMinutes(2));

        await PreviewedAsync(story, Story.Program().Replace("Website", "Renamed", StringComparison.Ordinal));

        story.Resource!.Outputs["projectStatus"].ShouldBe(PropertyValue.Of("ok"));
    }

    [Fact]
    public async Task Preview_of_a_replacement_matches_its_result_and_has_nothing_of_the_old_project()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);

        var said = await PreviewedAsync(story, Story.Program("configuration: {infrastructure: production}"));

        Quoted.ShouldBeSubsetOf(said.Items.Keys);
        new[] { "projectId", "orderId", "cartId", "stage" }.ShouldAllBe(output => !said.Items.ContainsKey(output));
        story.ShouldHave(orders: 2, payments: 2, projects: 1);
    }

    [Fact]
    public async Task Preview_of_a_create_says_that_it_resumes_an_interrupted_order()
    {
        await using var story = await Story.BeginAsync("""{"priceWithTax":12,"deliveryDelayMs":60000}""");
        await story.OrderUnfinishedAsync();
        story.LoseState();

        var preview = await story.PreviewAsync();

        preview.ShouldSucceed(story);
        preview.Words().ShouldContain($"Resumes order {story.Order.OrderId} of an interrupted run; nothing is ordered again. It cost 12.00 EUR (incl. tax).");
        (await story.UpAsync()).ShouldSucceed(story);
        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task Preview_of_an_unpaid_order_says_what_the_update_pays()
    {
        await using var story = await UnpaidAsync();

        var preview = await story.PreviewAsync(Story.Program("maxPrice: 20"));

        preview.ShouldSucceed(story);
        preview.Words().ShouldContain("Order 100001 is placed and not paid. The update pays 12.00 EUR (incl. tax). Within maxPrice (20.00 EUR).");
        story.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Preview_of_an_unpaid_order_above_the_ceiling_fails(bool isInState)
    {
        await using var story = await UnpaidAsync();
        if (!isInState)
        {
            story.LoseState();
        }

        (await story.PreviewAsync(Story.Program("maxPrice: 5"))).ShouldFail("order 100001 costs 12.00 EUR with tax, and maxPrice allows 5.00 EUR");

        story.ShouldHave(orders: 1, payments: 0, projects: 0);
    }

    private static async Task<Story> UnpaidAsync()
    {
        var story = await Story.BeginAsync("""{"priceWithTax":12}""");
        story.Fault("POST", "/me/order/*/pay", FaultKind.Status, 403, times: 0);
        (await story.UpAsync()).Succeeded.ShouldBeFalse();
        story.HealAll();
        return story;
    }

    /// <summary>Previews, updates, and compares.</summary>
    /// <returns>The outputs that the preview knew.</returns>
    private static async Task<PropertyValue.Map> PreviewedAsync(Story story, string program)
    {
        var before = story.Counts;
        var preview = await story.PreviewAsync(program);
        preview.ShouldSucceed(story);
        story.Counts.ShouldBe(before, "a preview leaves nothing behind");

        (await story.UpAsync(program)).ShouldSucceed(story);
        var said = Known(preview);
        ShouldHold(said, story);
        return said;
    }

    private static void ShouldHold(PropertyValue.Map said, Story story)
    {
        foreach (var (output, value) in said.Items)
        {
            story.Resource!.Outputs[output].ShouldBe(value, $"the preview knew {output} as something else\n{story.Output}");
        }
    }

    private static PropertyValue.Map Known(RunResult preview) =>
        preview.Steps.Last(s => s.Urn == Story.Urn && s.Op is StepOp.Create or StepOp.Update or StepOp.CreateReplacement)
            .New!.Outputs.Items.Where(o => !o.Value.ContainsUnknown)
            .Aggregate(PropertyValue.Map.Empty, (map, o) => map.With(o.Key, o.Value));
}
