using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>
/// What others ordered or filled is imported with all that it holds: the same program changes nothing, and one that leaves something out
/// removes nothing of an order, and shows what it removes of a pending cart.
/// </summary>
public sealed class ImportTests
{
    private const string Production = "configuration: {infrastructure: production}";
    private const string Credit = "options: [{planCode: credit}]";

    private static readonly string[] CartInputs =
    [
        "checkout: false", "planCode: project.2018", "duration: P1M", "pricingMode: default", Production, Credit,
        "voucher: {fn::secret: V-1}",
    ];

    private static readonly string InCart = Scenario.Program(CartInputs);

    [Theory]
    [InlineData(Production, Credit)]
    [InlineData(Production)]
    [InlineData(Credit)]
    [InlineData("maxPrice: 100")]
    [InlineData("configuration: {}", "options: []")]
    public async Task What_a_program_leaves_out_of_an_imported_project_is_no_difference(params string[] properties)
    {
        await using var scenario = await DeliveredByHandAsync();
        var project = scenario.Ovh.Projects().Single().ProjectId;
        var program = Scenario.Program(properties);

        (await scenario.ImportAsync(project, program)).ShouldSucceed(scenario);
        scenario.Resource!.Inputs["configuration"]!.ShouldBe(
            PropertyValue.Map.Empty.With("infrastructure", PropertyValue.Of("production")));
        var updated = await scenario.UpAsync(program);

        updated.ShouldSucceed(scenario);
        updated.Steps.Where(s => s.Urn == Scenario.Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, scenario.Output);
        (await scenario.UpAsync(Scenario.Program([.. properties, "waitForDelivery: false"]))).ShouldSucceed(scenario);
        scenario.Ovh.Projects().Single(p => !p.Terminated).ProjectId.ShouldBe(project);
        scenario.Ovh.Orders().Count.ShouldBe(1, scenario.Output);
    }

    [Theory]
    [InlineData(Credit)]
    [InlineData(Production)]
    [InlineData(Production, Credit)]
    public async Task What_a_program_left_out_is_there_already_when_a_later_version_names_it(params string[] later)
    {
        await using var scenario = await DeliveredByHandAsync();
        var project = scenario.Ovh.Projects().Single().ProjectId;
        (await scenario.ImportAsync(project, Scenario.Program())).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program("maxPrice: 100"))).ShouldSucceed(scenario);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        var preview = await scenario.PreviewAsync(Scenario.Program(["maxPrice: 100", .. later]));
        (await scenario.UpAsync(Scenario.Program(["maxPrice: 100", .. later]))).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program("maxPrice: 100", Production, Credit)))
            .ShouldSucceed(scenario);

        preview.Steps.Where(s => s.Urn == Scenario.Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, scenario.Output);
        scenario.Ovh.Projects().Single(p => !p.Terminated).ProjectId.ShouldBe(project, scenario.Output);
        scenario.Ovh.Orders().Count.ShouldBe(1, scenario.Output);
    }

    /// <summary>A rename without an alias: the program imports under the new name what the state has under the old one.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_an_update_imports_is_not_deleted_under_its_former_name(bool isPending)
    {
        await using var scenario = await Scenario.BeginAsync();
        var program = isPending ? Scenario.Program("checkout: false") : Scenario.Program();
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        var renamed = program.Replace("  cloud-project:\n", "  platform:\n", StringComparison.Ordinal);

        var moved = await scenario.UpAsync(Scenario.WithOptions(renamed, $"import: {scenario.Resource!.Id}"));

        moved.ShouldSucceed(scenario);
        moved.Warnings().ShouldContain(
            w => w.Contains("was kept: this update imports it under another name", StringComparison.Ordinal), scenario.Output);
        scenario.Resource.ShouldBeNull();
        var summary = scenario.Ovh.Summary();
        (summary.Projects, summary.OpenCarts).ShouldBe(isPending ? (0, 1) : (1, 0), scenario.Output);
        (await scenario.DestroyAsync(renamed)).ShouldSucceed(scenario);
        summary = scenario.Ovh.Summary();
        (summary.Projects, summary.OpenCarts).ShouldBe((0, 0), scenario.Output);
    }

    [Fact]
    public async Task A_refresh_keeps_what_the_options_of_an_import_were_ordered_as()
    {
        await using var scenario = await DeliveredByHandAsync(quantity: 2);
        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId, Scenario.Program())).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program(Credit))).ShouldSucceed(scenario);
        (await scenario.RefreshAsync()).ShouldSucceed(scenario);

        foreach (var properties in new[] { "maxPrice: 100", "maxPrice: 200" })
        {
            (await scenario.UpAsync(Scenario.Program(properties, "options: [{planCode: credit, quantity: 2}]"))).ShouldSucceed(scenario);
            (await scenario.RefreshAsync()).ShouldSucceed(scenario);
        }

        scenario.Ovh.Orders().Count.ShouldBe(1, scenario.Output);
    }

    [Fact]
    public async Task An_option_is_ordered_once_beside_those_that_the_program_never_named()
    {
        const string Hds = "{planCode: certification.hds.2018}";
        await using var scenario = await DeliveredByHandAsync();
        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId, Scenario.Program())).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program("maxPrice: 100"))).ShouldSucceed(scenario);

        (await scenario.UpAsync(Scenario.Program($"options: [{Hds}]"))).ShouldSucceed(scenario);
        scenario.Ovh.Orders().Count.ShouldBe(2, scenario.Output);
        (await scenario.UpAsync(Scenario.Program($"options: [{{planCode: credit}}, {Hds}]"))).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program(Credit))).ShouldFail("\"certification.hds.2018\" cannot be removed");

        scenario.Ovh.Orders().Count.ShouldBe(2, scenario.Output);
    }

    [Fact]
    public async Task What_a_program_leaves_out_is_no_difference_either_once_an_update_has_failed()
    {
        await using var scenario = await DeliveredByHandAsync();
        var project = scenario.Ovh.Projects().Single().ProjectId;
        (await scenario.ImportAsync(project)).ShouldSucceed(scenario);
        var program = Scenario.Program().Replace("description: Website", "description: Renamed", StringComparison.Ordinal);
        scenario.Fault("PUT", "/cloud/project/*", FaultKind.Status, 409);
        (await scenario.UpAsync(program)).Succeeded.ShouldBeFalse();

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Ovh.Projects().Single(p => !p.Terminated).ProjectId.ShouldBe(project, scenario.Output);
        scenario.Ovh.Orders().Count.ShouldBe(1, scenario.Output);
    }

    [Fact]
    public async Task An_option_that_is_added_to_an_imported_project_is_ordered_once_beside_those_that_it_has()
    {
        await using var scenario = await DeliveredByHandAsync();
        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId)).ShouldSucceed(scenario);

        var program = Scenario.Program("options: [{planCode: certification.hds.2018}]");
        (await scenario.PreviewAsync(program)).Words().ShouldContain("(certification.hds.2018): due now");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Ovh.Orders().Count.ShouldBe(2, scenario.Output);
        scenario.Ovh.Projects().Single().Options.ShouldBe(["credit", "certification.hds.2018"]);
    }

    [Fact]
    public async Task An_option_that_is_added_to_an_imported_project_without_any_is_priced_and_ordered()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.ImportAsync(scenario.Order.ProjectId!)).ShouldSucceed(scenario);

        var preview = await scenario.PreviewAsync(Scenario.Program(Credit));
        (await scenario.UpAsync(Scenario.Program(Credit))).ShouldSucceed(scenario);

        preview.Words().ShouldContain("(credit): due now 12.00 EUR (incl. tax)");
        (await scenario.UpAsync(Scenario.Program(Credit))).ShouldSucceed(scenario);
        scenario.ShouldHave(orders: 2, payments: 2, projects: 1);
        scenario.Ovh.Projects().Single().Options.ShouldBe(["credit"]);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("planCode: project.2018", "")]
    [InlineData("duration: P1M", "")]
    [InlineData("checkout: false", "-checkout")]
    [InlineData(Production, "-configuration")]
    [InlineData(Credit, "-options")]
    [InlineData("voucher: {fn::secret: V-1}", "-voucher")]
    public async Task What_is_removed_from_an_imported_cart_is_shown_and_nothing_else(string leftOut, string shown)
    {
        await using var scenario = await Scenario.BeginAsync();
        var cart = await CartByHandAsync(scenario, "V-1");

        (await scenario.ImportAsync($"cart/{cart}", InCart)).ShouldSucceed(scenario);
        var preview = await scenario.PreviewAsync(Scenario.Program([.. CartInputs.Where(input => input != leftOut)]));

        preview.Steps.Last(s => s.Urn == Scenario.Urn).Keys.ShouldBe(shown.Length == 0 ? [] : [shown]);
    }

    [Fact]
    public async Task An_imported_cart_is_ordered_as_it_was_filled_whatever_the_program_leaves_to_its_defaults()
    {
        await using var scenario = await Scenario.BeginAsync();
        var filled = Scenario.Program("checkout: false", "planCode: project.discovery", "quantity: 3");
        (await scenario.UpAsync(filled)).ShouldSucceed(scenario);
        (await scenario.ImportAsync(scenario.Resource!.Id!)).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program("checkout: false", "maxPrice: 100"))).ShouldSucceed(scenario);

        (await scenario.UpAsync()).ShouldSucceed(scenario);

        (await ExtensionAsync(scenario)).ShouldContain("project.discovery");
        scenario.Resource!.Outputs["quantity"].ShouldBe(PropertyValue.Of(3.0));
    }

    /// <summary>Of a cart that this provider made, a removal means the default.</summary>
    [Fact]
    public async Task What_is_removed_from_a_pending_cart_is_shown_before_the_cart_becomes_the_default()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program("checkout: false", "planCode: project.discovery", "quantity: 3"))).ShouldSucceed(scenario);

        var update = await scenario.UpAsync(Scenario.Program("checkout: false"));

        update.ShouldSucceed(scenario);
        update.Steps.Last(s => s.Urn == Scenario.Urn).Keys.ShouldBe(["-planCode", "-quantity"]);
        scenario.Resource!.Outputs["planCode"].ShouldBe(PropertyValue.Of("project.2018"));
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0, openCarts: 1);
    }

    [Fact]
    public async Task The_voucher_of_an_imported_cart_is_ordered_with_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        var cart = await CartByHandAsync(scenario, "V-1");
        (await scenario.ImportAsync($"cart/{cart}", InCart)).ShouldSucceed(scenario);
        scenario.Resource!.Inputs["voucher"].ShouldBe(PropertyValue.SecretOf(PropertyValue.Of("V-1")));

        (await scenario.UpAsync(InCart.Replace("checkout: false", "checkout: true", StringComparison.Ordinal))).ShouldSucceed(scenario);

        var extension = await ExtensionAsync(scenario);
        extension.ShouldContain("V-1");
        extension.ShouldContain("production");
        scenario.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
    }

    [Fact]
    public async Task An_order_under_way_with_a_voucher_goes_on_after_its_import_without_the_voucher_in_the_program()
    {
        await using var scenario = await Scenario.BeginAsync("""{"deliveryDelayMs":60000}""");
        await OrderByHandAsync(scenario, "V-1");

        await scenario.ImportAsync("order/100001");
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.ShouldHave(orders: 1, payments: 1, projects: 1);
        scenario.CallsTo("POST", "/cloud/project/*/credit").ShouldBe(0);
    }

    [Fact]
    public async Task The_order_of_an_option_is_not_imported_as_a_project()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        (await scenario.UpAsync(Scenario.Program(Credit))).ShouldSucceed(scenario);
        scenario.LoseState();

        (await scenario.ImportAsync("order/100002"))
            .ShouldFail("order 100002 is for the plan \"credit\", which is no Public Cloud project");

        scenario.Resource.ShouldBeNull();
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(4, false)]
    public async Task An_imported_project_is_refreshed_before_an_update_while_the_cart_of_its_order_may_be_there(int days, bool isRefreshed)
    {
        await using var scenario = await DeliveredByHandAsync();
        scenario.Clock.Advance(TimeSpan.FromDays(days));

        (await scenario.ImportAsync(scenario.Ovh.Projects().Single().ProjectId)).ShouldSucceed(scenario);

        scenario.Resource!.RefreshBeforeUpdate.ShouldBe(isRefreshed);
    }

    [Fact]
    public async Task An_imported_free_order_has_its_price_in_the_currency_of_the_account()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        scenario.LoseState();
        (await scenario.ImportAsync("order/100001")).ShouldSucceed(scenario);

        scenario.Resource!.Outputs["prices"].ShouldBeOfType<PropertyValue.Map>()["currencyCode"].ShouldBe(PropertyValue.Of("EUR"));
    }

    private static async Task<Scenario> DeliveredByHandAsync(int quantity = 1)
    {
        var scenario = await Scenario.BeginAsync();
        await OrderByHandAsync(scenario, voucher: null, quantity);
        scenario.Ovh.Projects().Count.ShouldBe(1);
        return scenario;
    }

    private static async Task OrderByHandAsync(Scenario scenario, string? voucher, int quantity = 1)
    {
        var cart = await CartByHandAsync(scenario, voucher, quantity);
        var order = (await scenario.PostAsync($"/order/cart/{cart}/checkout", new { })).GetProperty("orderId").GetInt64();
        await scenario.PostAsync($"/me/order/{order}/pay", new { paymentMethod = new { id = 1001 } });
    }

    private static async Task<string> CartByHandAsync(Scenario scenario, string? voucher, int quantity = 1)
    {
        var cart = (await scenario.PostAsync("/order/cart", new { ovhSubsidiary = "FR" })).GetProperty("cartId").GetString()!;
        await scenario.PostAsync($"/order/cart/{cart}/assign", new { });
        var plan = new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 };
        var item = (await scenario.PostAsync($"/order/cart/{cart}/cloud", plan)).GetProperty("itemId").GetInt64();
        var option = new { itemId = item, planCode = "credit", duration = "P1M", pricingMode = "default", quantity };
        await scenario.PostAsync($"/order/cart/{cart}/cloud/options", option);
        var labels = new List<(string, string)> { ("description", "Website"), ("infrastructure", "production") };
        labels.AddRange(voucher is null ? [] : [("voucher", voucher)]);
        foreach (var (label, value) in labels)
        {
            await scenario.PostAsync($"/order/cart/{cart}/item/{item}/configuration", new { label, value });
        }

        return cart;
    }

    private static async Task<string> ExtensionAsync(Scenario scenario)
    {
        var line = (await scenario.SendAsync(HttpMethod.Get, "/me/order/100001/details"))[0].GetInt64();
        return (await scenario.SendAsync(HttpMethod.Get, $"/me/order/100001/details/{line}/extension")).GetRawText();
    }
}
