using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>Others name projects and labels as this provider never would: what an import gives back is a program that can be run.</summary>
public sealed class ForeignNamesTests
{
    private const string NoName = "Public Cloud project";

    [Fact]
    public async Task A_project_without_a_name_is_imported_under_one_that_a_program_can_have()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var project = scenario.Order.ProjectId!;
        scenario.LoseState();
        scenario.Replace("GET", "/cloud/project/*", "/description", "\"\"", times: 0);

        (await scenario.ImportAsync(project)).ShouldSucceed(scenario);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        scenario.Resource!.Inputs["description"].ShouldBe(PropertyValue.Of(NoName));
    }

    [Fact]
    public async Task Labels_in_the_spelling_of_a_translated_guide_are_imported_as_the_inputs_that_they_are()
    {
        await using var scenario = await Scenario.BeginAsync();
        var cart = (await scenario.PostAsync("/order/cart", new { ovhSubsidiary = "FR" })).GetProperty("cartId").GetString()!;
        await scenario.PostAsync($"/order/cart/{cart}/assign", new { });
        var plan = new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 };
        var item = (await scenario.PostAsync($"/order/cart/{cart}/cloud", plan)).GetProperty("itemId").GetInt64();
        foreach (var (label, value) in new[] { ("Beschreibung", "Website"), ("Gutschein", "V-1"), ("vrack", "pn-1") })
        {
            await scenario.PostAsync($"/order/cart/{cart}/item/{item}/configuration", new { label, value });
        }

        var program = Scenario.Program("checkout: false", "configuration: {vrack: pn-1}", "voucher: {fn::secret: V-1}");
        (await scenario.ImportAsync($"cart/{cart}", program)).ShouldSucceed(scenario);

        var inputs = scenario.Resource!.Inputs;
        inputs["description"].ShouldBe(PropertyValue.Of("Website"));
        inputs["voucher"].ShouldBe(PropertyValue.SecretOf(PropertyValue.Of("V-1")));
        inputs["configuration"].ShouldBe(PropertyValue.Map.Empty.With("vrack", PropertyValue.Of("pn-1")));
        (await scenario.UpAsync(program.Replace("checkout: false", "checkout: true", StringComparison.Ordinal))).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.Ovh.Orders().Single().Configuration["vrack"].ShouldBe("pn-1");
    }

    [Fact]
    public async Task An_email_that_was_removed_since_it_was_listed_does_not_hide_the_others()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        scenario.Fault("GET", "/me/notification/email/history/*", FaultKind.Status, 404);

        (await scenario.DestroyAsync()).ShouldSucceed(scenario);

        scenario.Ovh.Projects().ShouldAllBe(p => p.Terminated);
    }
}
