using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What is read back: by a get, by an import, and by a user who has no credentials.</summary>
public sealed class ReadingTests
{
    private static string Pending { get; } = Scenario.Program("checkout: false");

    [Fact]
    public async Task Commands_without_credentials_drop_nothing_and_name_the_keys()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);
        var cart = scenario.Resource!.Id;
        var remembered = scenario.TestEnvironment.State.Load();
        Forget(scenario);
        scenario.Fault("GET", "/order/cart/*", FaultKind.Status, 404, times: 0);

        (await scenario.RefreshAsync(Pending)).Succeeded.ShouldBeFalse();
        (await scenario.UpAsync(Pending)).Succeeded.ShouldBeFalse();
        var destroyed = await scenario.DestroyAsync(Pending);

        destroyed.Succeeded.ShouldBeFalse();
        destroyed.Words().ShouldContain("ovh-order:applicationKey", Case.Sensitive, scenario.Output);
        scenario.Resource!.Id.ShouldBe(cart);
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);

        scenario.HealAll();
        scenario.TestEnvironment.State.Save(remembered);
        Configure(scenario, "ak", "as", "ck");
        (await scenario.DestroyAsync(Pending)).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
    }

    [Fact]
    public async Task A_get_has_all_that_can_be_read()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var program = $"""
            name: website
            runtime: yaml
            resources:
              cloud-project:
                type: ovh-order:index:CloudProject
                get: (id: {scenario.Resource!.Id})
            """.Replace("(", "{ ", StringComparison.Ordinal).Replace(")", " }", StringComparison.Ordinal);
        var ours = scenario.Resource;
        scenario.LoseState();

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        foreach (var name in (string[])["description", "planCode", "stage", "projectId", "projectName", "orderId"])
        {
            scenario.Resource!.Outputs[name].ShouldBe(ours.Outputs[name], name);
        }

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
    }

    [Theory]
    [InlineData("100001")]
    [InlineData("order/100001")]
    [InlineData("urn:v1:eu:resource:publicCloudProject:PROJECT")]
    public async Task A_project_can_be_imported_by_its_order_number_and_by_its_URN(string id)
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        (await scenario.ImportAsync(id.Replace("PROJECT", scenario.Order.ProjectId, StringComparison.Ordinal))).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task A_pending_cart_that_was_imported_is_no_difference_to_its_program()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Pending)).ShouldSucceed(scenario);

        (await scenario.ImportAsync(scenario.Resource!.Id!, Pending)).ShouldSucceed(scenario);
        var result = await scenario.UpAsync(Pending);

        result.ShouldSucceed(scenario);
        result.Steps.Where(s => s.Urn == Scenario.Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, scenario.Output);
        result.Warnings().ShouldBeEmpty();
    }

    [Fact]
    public async Task An_import_that_was_refused_does_not_say_that_the_order_exists()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("GET", "/**", FaultKind.Status, 403, times: 0);

        var refused = await scenario.ImportAsync("order/424242");

        refused.Words().ShouldContain("reading order/424242");
        refused.Words().ShouldNotContain("is placed");
    }

    /// <summary>As when they came from an environment that this shell has not.</summary>
    private static void Forget(Scenario scenario)
    {
        var state = scenario.TestEnvironment.State.Load();
        scenario.TestEnvironment.State.Save(state with
        {
            Resources = [.. state.Resources.Select(r => r.Type != "pulumi:providers:ovh-order" ? r : r with
            {
                Inputs = r.Inputs.Without("applicationKey").Without("applicationSecret").Without("consumerKey"),
                Outputs = r.Outputs.Without("applicationKey").Without("applicationSecret").Without("consumerKey"),
            })],
        });
        Configure(scenario, "", "", "");
    }

    private static void Configure(Scenario scenario, string key, string secret, string consumerKey)
    {
        scenario.Set("applicationKey", key);
        scenario.Set("applicationSecret", secret);
        scenario.Set("consumerKey", consumerKey);
    }
}
