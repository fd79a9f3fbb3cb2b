using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>What stays on the screen: true, said once, and the result in the end.</summary>
public sealed class ScreenTests
{
    [Fact]
    public async Task A_rename_without_a_network_says_so_and_does_not_wait()
    {
        await using var scenario = await DeliveredAsync();
        scenario.ForgetRefreshBeforeUpdate();
        scenario.Fault("*", "/**", FaultKind.DropBefore, times: 0);
        var before = scenario.Clock.GetUtcNow();

        (await scenario.UpAsync(Scenarios.Program("description: Renamed"))).ShouldFail("could not be reached. Check the network");

        (scenario.Clock.GetUtcNow() - before).ShouldBeLessThan(TimeSpan.FromSeconds(30));
        scenario.Output.ShouldNotContain("not visible yet");
    }

    [Fact]
    public async Task A_delivery_without_a_network_says_since_when_and_that_the_order_is_safe()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":2000}""");
        scenario.Fault("GET", "/me/order/*/status", FaultKind.DropBefore, times: 60, nth: 2);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain($"order {scenario.Order.OrderId} is placed and safe; OVHcloud has not answered for ");
    }

    [Theory]
    [InlineData("""{"eligible":false}""", "OVHcloud must confirm the account's payment method")]
    [InlineData("""{"defaultPaymentMethod":false,"priceWithTax":12}""", "(Billing, Payment methods)")]
    public async Task A_preview_gives_each_advice_once(string account, string advice)
    {
        await using var scenario = await Scenario.BeginAsync(account);

        ShouldSayOnce(await scenario.PreviewAsync(), advice);
    }

    [Fact]
    public async Task A_preview_with_a_bad_credential_says_so_once_and_nothing_of_the_state()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("*", "/**", FaultKind.Status, 403, times: 0,
            body: """{"errorCode":"INVALID_CREDENTIAL","message":"This credential is not valid"}""");

        var preview = await scenario.PreviewAsync();

        ShouldSayOnce(preview, "The credential has expired, was revoked, or was never validated");
        preview.Words().ShouldNotContain("--run-program", Case.Sensitive, "nothing is in the state");
    }

    [Fact]
    public async Task A_preview_without_a_network_says_so_once()
    {
        await using var scenario = await Scenario.BeginAsync();
        scenario.Fault("*", "/**", FaultKind.DropBefore, times: 0);

        ShouldSayOnce(await scenario.PreviewAsync(), "could not be reached. Check the network");
    }

    [Fact]
    public async Task An_order_above_the_ceiling_says_once_that_nothing_was_ordered()
    {
        await using var scenario = await Scenario.BeginAsync("""{"priceWithTax":12}""");

        ShouldSayOnce(await scenario.UpAsync(Scenario.Program("maxPrice: 5")), "othing ");
    }

    [Fact]
    public async Task The_last_status_of_a_rename_and_of_a_destroy_is_the_result()
    {
        await using var scenario = await DeliveredAsync();
        var renamed = Scenarios.Program("description: Renamed");

        (await scenario.UpAsync(renamed)).ShouldSucceed(scenario);
        scenario.Output.ShouldContain($"Project {scenario.Order.ProjectId} is up to date.");

        (await scenario.DestroyAsync(renamed)).ShouldSucceed(scenario);
        scenario.Output.LastIndexOf("waiting for the confirmation e-mail", StringComparison.Ordinal)
            .ShouldBeLessThan(scenario.Output.LastIndexOf("is terminated", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_after_the_state_was_deleted_hints_at_the_project_that_exists()
    {
        await using var scenario = await DeliveredAsync();
        var project = scenario.Resource!.Id;
        await scenario.OrderByHandAsync("Another", "project.2018", "FR");
        await scenario.PostAsync("/me/order/100002/payWithRegisteredPaymentMean", new { paymentMean = "fidelityAccount" });
        var another = scenario.Ovh.Projects().Single(p => p.ProjectId != project).ProjectId;
        scenario.Fault("GET", $"/cloud/project/{another}", FaultKind.Status, 460, times: 0);
        scenario.Clock.Advance(TimeSpan.FromDays(10));
        scenario.LoseState();

        (await scenario.PreviewAsync()).ShouldSucceed(scenario);

        scenario.Output.ShouldContain(
            $"import it instead of ordering another one: `pulumi import ovh-order:index:CloudProject NAME {project}`");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_preview_of_a_replacement_that_the_user_asks_for_warns_that_the_project_ends(bool isTainted)
    {
        await using var scenario = await DeliveredAsync();
        if (isTainted)
        {
            scenario.ChangeState(resource => resource with { Taint = resource.Urn == Scenario.Urn });
        }

        var preview = await scenario.UpAsync(run: new RunOptions { PreviewOnly = true, Replace = isTainted ? [] : [Scenario.Urn] });

        preview.Warnings().ShouldContain(w =>
            w.Contains($"Project {scenario.Order.ProjectId} is then terminated WITH EVERYTHING IN IT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_preview_of_a_create_after_the_project_was_ended_elsewhere_warns_of_no_replacement()
    {
        await using var scenario = await DeliveredAsync();
        var state = scenario.TestEnvironment.State.Load();
        (await scenario.DestroyAsync()).ShouldSucceed(scenario);
        scenario.TestEnvironment.State.Save(state);

        (await scenario.PreviewAsync()).Words().ShouldNotContain("REPLACEMENT");
    }

    private static async Task<Scenario> DeliveredAsync()
    {
        var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        return scenario;
    }

    private static void ShouldSayOnce(RunResult result, string words) =>
        (result.Words().Split(words).Length - 1).ShouldBe(1, result.Words());
}
