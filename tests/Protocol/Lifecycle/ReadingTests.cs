using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What is read back: by a get, by an import, and by somebody who has no credentials.</summary>
public sealed class ReadingTests
{
    private static string Pending { get; } = Story.Program("checkout: false");

    private static string WithVoucher { get; } = Story.Program("voucher: V-1");

    [Fact]
    public async Task Commands_without_credentials_drop_nothing_and_name_the_keys()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Pending)).ShouldSucceed(story);
        var cart = story.Resource!.Id;
        var remembered = story.Stand.State.Load();
        Forget(story);
        story.Fault("GET", "/order/cart/*", FaultKind.Status, 404, times: 0);

        (await story.RefreshAsync(Pending)).Succeeded.ShouldBeFalse();
        (await story.UpAsync(Pending)).Succeeded.ShouldBeFalse();
        var destroyed = await story.DestroyAsync(Pending);

        destroyed.Succeeded.ShouldBeFalse();
        destroyed.Words().ShouldContain("ovh-order:applicationKey", Case.Sensitive, story.Output);
        story.Resource!.Id.ShouldBe(cart);
        story.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);

        story.HealAll();
        story.Stand.State.Save(remembered);
        Configure(story, "ak", "as", "ck");
        (await story.DestroyAsync(Pending)).ShouldSucceed(story);
        story.ShouldHave(orders: 0, payments: 0, projects: 0);
    }

    [Fact]
    public async Task A_get_has_all_that_can_be_read()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);
        var program = $"""
            name: website
            runtime: yaml
            resources:
              cloud-project:
                type: ovh-order:index:CloudProject
                get: (id: {story.Resource!.Id})
            """.Replace("(", "{ ", StringComparison.Ordinal).Replace(")", " }", StringComparison.Ordinal);
        var ours = story.Resource;
        story.LoseState();

        (await story.UpAsync(program)).ShouldSucceed(story);
        foreach (var name in (string[])["description", "planCode", "stage", "projectId", "projectName", "orderId"])
        {
            story.Resource!.Outputs[name].ShouldBe(ours.Outputs[name], name);
        }

        story.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Fact]
    public async Task A_voucher_that_the_order_was_placed_with_is_not_credited_again_after_an_import()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(WithVoucher)).ShouldSucceed(story);

        (await story.ImportAsync(story.Order.ProjectId!, WithVoucher)).ShouldSucceed(story);
        await story.ShouldBeWholeAsync(WithVoucher);
        story.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
        story.Resource!.Inputs["voucher"].ShouldBeOfType<PropertyValue.Secret>();

        var other = WithVoucher.Replace("V-1", "FREE", StringComparison.Ordinal);
        (await story.UpAsync(other)).ShouldSucceed(story);
        story.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(1);
        await story.ShouldBeWholeAsync(other);
    }

    [Fact]
    public async Task An_imported_order_under_way_keeps_the_voucher_that_it_has()
    {
        await using var story = await Story.BeginAsync("""{"deliveryDelayMs":60000}""");
        (await story.UpInterruptedAsync("GET", "/me/order/*/status", nth: 2, WithVoucher)).Succeeded.ShouldBeFalse();
        story.LoseState();

        await story.ImportAsync($"order/{story.Order.OrderId}", WithVoucher);
        (await story.UpAsync(WithVoucher)).ShouldSucceed(story);

        await story.ShouldBeWholeAsync(WithVoucher);
        story.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
    }

    [Theory]
    [InlineData("100001")]
    [InlineData("order/100001")]
    [InlineData("urn:v1:eu:resource:publicCloudProject:PROJECT")]
    public async Task A_project_can_be_imported_by_its_order_number_and_by_its_URN(string id)
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync()).ShouldSucceed(story);

        (await story.ImportAsync(id.Replace("PROJECT", story.Order.ProjectId, StringComparison.Ordinal))).ShouldSucceed(story);

        await story.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_pending_cart_that_was_imported_is_no_difference_to_its_program()
    {
        await using var story = await Story.BeginAsync();
        (await story.UpAsync(Pending)).ShouldSucceed(story);

        (await story.ImportAsync(story.Resource!.Id!, Pending)).ShouldSucceed(story);
        var result = await story.UpAsync(Pending);

        result.ShouldSucceed(story);
        result.Steps.Where(s => s.Urn == Story.Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, story.Output);
        result.Warnings().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_that_was_refused_does_not_say_that_the_order_exists()
    {
        await using var story = await Story.BeginAsync();
        story.Fault("GET", "/**", FaultKind.Status, 403, times: 0);

        var refused = await story.ImportAsync("order/424242");

        refused.Words().ShouldContain("reading order/424242");
        refused.Words().ShouldNotContain("is placed");
    }

    /// <summary>As when they came from an environment that this shell has not.</summary>
    private static void Forget(Story story)
    {
        var state = story.Stand.State.Load();
        story.Stand.State.Save(state with
        {
            Resources = [.. state.Resources.Select(r => r.Type != "pulumi:providers:ovh-order" ? r : r with
            {
                Inputs = r.Inputs.Without("applicationKey").Without("applicationSecret").Without("consumerKey"),
                Outputs = r.Outputs.Without("applicationKey").Without("applicationSecret").Without("consumerKey"),
            })],
        });
        Configure(story, "", "", "");
    }

    private static void Configure(Story story, string key, string secret, string consumerKey)
    {
        story.Set("applicationKey", key);
        story.Set("applicationSecret", secret);
        story.Set("consumerKey", consumerKey);
    }
}
