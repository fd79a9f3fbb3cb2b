using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol.Lifecycle;

/// <summary>
/// The catalogue that an order is placed from, the method that pays it, and the name by which OVHcloud's IAM knows its project.
/// </summary>
public sealed class CatalogueAndNameTests
{
    [Fact]
    public async Task Offers_and_items_are_asked_of_the_chosen_catalogue()
    {
        await using var scenario = await Scenario.BeginAsync();
        var program =
            Scenario.Program("planCode: project.legacy", "catalogName: partner", "options: [{planCode: credit}]", "checkout: false");

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Ovh.Calls().Where(c => c.Method == "GET" && c.Path.EndsWith("/cloud", StringComparison.Ordinal))
            .ShouldAllBe(c => c.Query == "catalogName=partner");
        scenario.Ovh.Calls().Where(c => c.Path.EndsWith("/cloud/options", StringComparison.Ordinal) && c.Method == "GET")
            .ShouldAllBe(c => c.Query.Contains("catalogName=partner", StringComparison.Ordinal));
        (await CataloguesAsync(scenario)).ShouldBe(["partner", "partner"]);
        await ShouldBeUnchangedAsync(scenario, program);
    }

    [Fact]
    public async Task Another_catalogue_rebuilds_a_pending_cart()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync(Scenario.Program("checkout: false"))).ShouldSucceed(scenario);
        var cart = scenario.Resource!.Id;
        var program = Scenario.Program("checkout: false", "catalogName: partner");

        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        scenario.Resource!.Id.ShouldBe(cart);
        (await CataloguesAsync(scenario)).ShouldBe(["partner"]);
        await ShouldBeUnchangedAsync(scenario, program);
    }

    /// <summary>While its cart can be found, the project is refreshed before: the program then has the new name.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task A_name_that_the_program_ignores_stays_when_something_else_changes(int days)
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var project = scenario.Resource!.Id;
        await scenario.SendAsync(HttpMethod.Put, $"/cloud/project/{project}", new { description = "Renamed by hand" });
        scenario.Clock.Advance(TimeSpan.FromDays(days));
        var program = Scenario.Program("maxPrice: 100");

        (await scenario.UpAsync(Scenario.WithOptions(program, "ignoreChanges: [description]"))).ShouldSucceed(scenario);
        Description().ShouldBe("Renamed by hand");

        (await scenario.RefreshAsync(program)).ShouldSucceed(scenario);
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);
        Description().ShouldBe("Website");

        string? Description() => scenario.Ovh.Projects().Single(p => p.ProjectId == project).Description;
    }

    [Fact]
    public async Task A_catalogue_is_read_back_by_an_import_of_the_cart()
    {
        await using var scenario = await Scenario.BeginAsync();
        var program = Scenario.Program("checkout: false", "catalogName: partner");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        (await scenario.ImportAsync(scenario.Resource!.Id!, program)).ShouldSucceed(scenario);

        scenario.Resource!.Inputs["catalogName"].ShouldBe(PropertyValue.Of("partner"));
        await ShouldBeUnchangedAsync(scenario, program);
    }

    [Fact]
    public async Task A_catalogue_that_an_import_cannot_read_back_is_no_difference()
    {
        await using var scenario = await Scenario.BeginAsync();
        var program = Scenario.Program("catalogName: partner");
        (await scenario.UpAsync(program)).ShouldSucceed(scenario);

        (await scenario.ImportAsync(scenario.Order.ProjectId!, program)).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync(program);
    }

    [Fact]
    public async Task A_delivered_project_has_its_urn_and_is_imported_by_it()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);
        var urn = $"urn:v1:eu:resource:publicCloudProject:{scenario.Order.ProjectId}";
        scenario.Resource!.Outputs["projectUrn"].ShouldBe(PropertyValue.Of(urn));

        (await scenario.ImportAsync(urn)).ShouldSucceed(scenario);

        scenario.Resource!.Outputs["projectUrn"].ShouldBe(PropertyValue.Of(urn));
        await scenario.ShouldBeWholeAsync();
    }

    [Fact]
    public async Task An_order_is_imported_by_its_bare_number()
    {
        await using var scenario = await Scenario.BeginAsync();
        (await scenario.UpAsync()).ShouldSucceed(scenario);

        (await scenario.ImportAsync($"{scenario.Order.OrderId}")).ShouldSucceed(scenario);

        await scenario.ShouldBeWholeAsync();
    }

    [Theory]
    [InlineData(7, 12, "paymentMethodId: the payment method (PAYPAL) is EXPIRED, not VALID")]
    [InlineData(8, 12, "paymentMethodId: the account has no payment method 8")]
    [InlineData(8, 0, "paymentMethodId: the account has no payment method 8")]
    public async Task A_chosen_method_that_cannot_pay_is_told_in_the_preview_and_orders_nothing(int method, int price, string words)
    {
        await using var scenario = await Scenario.BeginAsync($$"""{"priceWithTax":{{price}}}""");
        scenario.Ovh.Configure(s => s.PaymentMethods =
        [
            new PaymentMethod { Id = 5, Type = "CREDIT_CARD", Default = true },
            new PaymentMethod { Id = 7, Type = "PAYPAL", Status = "EXPIRED" },
        ]);
        var program = Scenario.Program($"paymentMethodId: {method}");

        var preview = await scenario.PreviewAsync(program);
        (await scenario.UpAsync(program)).ShouldFail(words);

        preview.Words().ShouldContain(words);
        scenario.ShouldHave(orders: 0, payments: 0, projects: 0);
    }

    private static async Task ShouldBeUnchangedAsync(Scenario scenario, string program)
    {
        var result = await scenario.UpAsync(program);
        result.ShouldSucceed(scenario);
        result.Steps.Where(s => s.Urn == Scenario.Urn).ShouldAllBe(s => s.Op == StepOp.Same || s.Op == StepOp.Refresh, scenario.Output);
    }

    /// <summary>Of each item in the one open cart.</summary>
    private static async Task<IReadOnlyList<string?>> CataloguesAsync(Scenario scenario)
    {
        var cart = scenario.Resource!.Id!["cart/".Length..];
        var items = await scenario.SendAsync(HttpMethod.Get, $"/order/cart/{cart}/item");
        var catalogues = new List<string?>();
        foreach (var item in items.EnumerateArray())
        {
            var answer = await scenario.SendAsync(HttpMethod.Get, $"/order/cart/{cart}/item/{item}");
            catalogues.Add(answer.GetProperty("settings").GetProperty("catalogName").GetString());
        }

        return catalogues;
    }
}
