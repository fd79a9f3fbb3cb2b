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

    [Theory]
    [InlineData("a", 255)]
    [InlineData("\U0001F600", 254)]
    public async Task A_name_that_is_longer_than_a_program_can_have_is_imported_as_far_as_it_can(string sign, int length)
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var project = scenario.Order.ProjectId!;
        scenario.LoseState();
        var name = string.Concat(Enumerable.Repeat(sign, 300));
        scenario.Replace("GET", "/cloud/project/*", "/description", $"\"{name}\"", times: 0);
        var program = Scenario.Program().Replace("description: Website", $"description: {name[..length]}", StringComparison.Ordinal);

        (await scenario.ImportAsync(project, program)).ShouldSucceed(scenario);
        (await scenario.RefreshAsync(program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Resource!.Inputs["description"].ShouldBe(PropertyValue.Of(name[..length]));
        scenario.CallsTo("PUT", "/cloud/project/*").ShouldBe(0);
    }

    [Theory]
    [InlineData("P0D")]
    [InlineData("upto-2026-12-31")]
    public async Task A_duration_that_a_program_cannot_have_is_left_out_of_an_import(string duration)
    {
        await using var scenario = await Scenario.BeginAsync();
        var program = Scenario.Program("checkout: false", "options: [{planCode: credit}]");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        var cart = scenario.Resource!.Id!;
        scenario.LoseState();
        scenario.Replace("GET", "/order/cart/*/item/*", "/duration", $"\"{duration}\"", times: 0);

        (await scenario.ImportAsync(cart, program)).ShouldSucceed(scenario);

        var option = scenario.Resource!.Inputs["options"].ShouldBeOfType<PropertyValue.List>().Items.Single();
        scenario.Resource.Inputs["duration"].ShouldBeNull();
        option.ShouldBeOfType<PropertyValue.Map>()["duration"].ShouldBeNull();
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
