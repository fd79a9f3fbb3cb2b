using System.Text.Json;
using Grpc.Core;
using PulumiOvhOrder.Simulator.SideDoor;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>What the functions answer about an account.</summary>
public sealed class FunctionTests
{
    [Fact]
    public async Task GetProjects_tells_all_that_is_known_of_each_project()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var id = await account.CreateAsync("running");
        var order = account.Ovh.Orders().Single().OrderId;

        var project = Objects(await account.InvokeAsync("getProjects"), "projects").ShouldHaveSingleItem();

        project.Items.Keys.ShouldBe(["access", "creationDate", "description", "orderId", "planCode", "projectId", "status", "urn"]);
        project["projectId"].ShouldBe(Of(id));
        project["description"].ShouldBe(Of("running"));
        project["status"].ShouldBe(Of("ok"));
        project["planCode"].ShouldBe(Of("project.2018"));
        project["orderId"].ShouldBe(Of((double)order));
        project["access"].ShouldBe(Of("full"));
        project["urn"].ShouldBe(Of($"urn:v1:eu:resource:publicCloudProject:{id}"));
    }

    [Fact]
    public async Task GetProjects_is_narrowed_down_by_description_and_plan()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var running = await account.CreateAsync("running");
        var discovery = await account.CreateAsync("discovery", ("planCode", Of("project.discovery")));

        Ids(await account.InvokeAsync("getProjects")).ShouldBe([running, discovery], ignoreOrder: true);
        Ids(await account.InvokeAsync("getProjects", ("description", Of("running")))).ShouldBe([running]);
        Ids(await account.InvokeAsync("getProjects", ("planCode", Of("project.discovery")))).ShouldBe([discovery]);
        Ids(await account.InvokeAsync("getProjects", ("planCode", Of("project.discovery")), ("description", Of("running"))))
            .ShouldBeEmpty();

        static IEnumerable<string> Ids(Map answer) => Objects(answer, "projects").Select(p => ((Text)p["projectId"]!).Value);
    }

    [Fact]
    public async Task GetProjects_keeps_a_project_whose_service_has_expired()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var id = await account.CreateAsync("running");
        account.Ovh.Configure(s => s.ProjectState = ProjectState.Expired);

        var project = Objects(await account.InvokeAsync("getProjects"), "projects").ShouldHaveSingleItem();

        (project["projectId"], project["status"]).ShouldBe((Of(id), Of("suspended")));
    }

    [Theory]
    [InlineData("getOrder", "orderId")]
    [InlineData("getProjects", "description")]
    [InlineData("getOffers", "planCode")]
    public async Task An_argument_that_is_not_known_yet_is_named(string function, string argument)
    {
        await using var account = await AccountUnderTest.StartAsync();

        var refusal = await Should.ThrowAsync<RpcException>(() => account.InvokeAsync(function, (argument, UnknownValue)));

        refusal.Status.Detail.ShouldEndWith($": {argument} is known only during the update");
        account.Ovh.Summary().Calls.ShouldBe(0);
    }

    [Fact]
    public async Task GetOrder_has_a_secret_only_where_its_URL_is_asked_for()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.CreateAsync("running");
        var order = ("orderId", Of((double)account.Ovh.Orders().Single().OrderId));

        (await account.InvokeAsync("getOrder", order))["url"].ShouldBeOfType<Secret>();
        var without = await account.InvokeAsync("getOrder", order, ("includeUrl", Of(false)));

        (without["status"], without.ContainsSecret, without["url"]).ShouldBe((Of("delivered"), false, null));
    }

    [Theory]
    [InlineData("/me/order/*/details")]
    [InlineData("/me/order/*/status")]
    public async Task GetOrder_does_not_say_that_an_order_is_not_there_of_which_only_a_part_is_missing(string part)
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.CreateAsync("running");
        var order = ("orderId", Of((double)account.Ovh.Orders().Single().OrderId));
        account.Ovh.AddFaults(new Fault { Method = "GET", Path = part, Kind = FaultKind.Status, Status = 404, Times = 0 });

        var refusal = await Should.ThrowAsync<RpcException>(() => account.InvokeAsync("getOrder", order));

        refusal.Status.Detail.ShouldStartWith("reading the order: ");
        refusal.Status.Detail.ShouldContain("(HTTP 404");
    }

    [Fact]
    public async Task GetOrder_refuses_a_number_that_is_none()
    {
        await using var account = await AccountUnderTest.StartAsync();

        var answer = await account.Methods.InvokeAsync(new Wire.InvokeRequest
        {
            Tok = "ovh-order:index:getOrder",
            Args = PropertyValueCodec.Encode(Map.Of(("orderId", Of(0.0)))),
        });

        answer.Failures.ShouldHaveSingleItem().Reason.ShouldContain("at least 1");
    }

    [Fact]
    public async Task GetPaymentMethods_tells_which_one_pays_by_default()
    {
        await using var account = await AccountUnderTest.StartAsync();
        account.Ovh.Configure(s => s.PaymentMethods =
        [
            new PaymentMethod { Id = 4_000_000_001, Type = "CREDIT_CARD", Default = true },
            new PaymentMethod { Id = 12, Type = "PAYPAL", Status = "EXPIRED" },
        ]);

        var methods = Objects(await account.InvokeAsync("getPaymentMethods"), "methods");
        var valid = Objects(await account.InvokeAsync("getPaymentMethods", ("status", Of("VALID"))), "methods");

        methods.Select(m => (m["id"], m["type"], m["status"], m["default"])).ShouldBe(
        [
            (Of(12.0), Of("PAYPAL"), Of("EXPIRED"), Of(false)),
            (Of(4_000_000_001.0), Of("CREDIT_CARD"), Of("VALID"), Of(true)),
        ]);
        methods.ShouldAllBe(m => m["label"] is Text);
        valid.ShouldHaveSingleItem()["id"].ShouldBe(Of(4_000_000_001.0));
    }

    [Fact]
    public async Task GetOffers_tells_the_options_of_a_plan_and_what_a_period_costs()
    {
        await using var account = await AccountUnderTest.StartAsync();

        var offer = Objects(await account.InvokeAsync("getOffers", ("planCode", Of("project.legacy"))), "offers").ShouldHaveSingleItem();

        var period = offer["perPeriod"].ShouldBeOfType<Map>();
        (period["duration"], period["pricingMode"], period["price"], period["currencyCode"])
            .ShouldBe((Of("P1M"), Of("default"), Of(10.0), Of("EUR")));
        var option = Objects(offer, "options").Single(o => o["planCode"]!.Equals(Of("credit")));
        (option["family"], option["mandatory"], option["exclusive"]).ShouldBe((Of("credit"), Of(false), Of(false)));
        option["productName"].ShouldBe(Of("Public Cloud credit"));
        option["perPeriod"].ShouldBeOfType<Map>()["price"].ShouldBe(Of(10.0));
        Objects(option, "prices").Count.ShouldBe(2);
        account.Ovh.Summary().OpenCarts.ShouldBe(0);
    }

    [Fact]
    public async Task GetOffers_answers_for_a_plan_whose_options_are_not_known()
    {
        await using var account = await AccountUnderTest.StartAsync();
        account.Ovh.AddFaults(
            new Fault { Method = "GET", Path = "/order/cart/*/cloud/options", Kind = FaultKind.Status, Status = 404, Times = 1 });

        var offer = Objects(await account.InvokeAsync("getOffers", ("planCode", Of("project.2018"))), "offers").ShouldHaveSingleItem();

        Objects(offer, "options").ShouldBeEmpty();
    }

    [Fact]
    public async Task GetPendingCarts_leaves_out_carts_that_were_checked_out()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var cart = await account.PendingCartAsync("planned");
        await account.CreateAsync("running");

        var pending = Objects(await account.InvokeAsync("getPendingCarts"), "carts").ShouldHaveSingleItem();

        pending["cartId"].ShouldBe(Of(cart["cart/".Length..]));
        pending["readOnly"].ShouldBe(Of(false));
    }

    [Fact]
    public async Task GetPendingCarts_leaves_out_carts_that_have_expired()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.PendingCartAsync("planned");
        account.Ovh.AddFaults(new Fault
        {
            Method = "GET",
            Path = "/order/cart/*",
            Kind = FaultKind.Replace,
            Place = "/expire",
            Times = 0,
            Body = JsonSerializer.SerializeToElement("2020-01-01T00:00:00+00:00"),
        });

        Objects(await account.InvokeAsync("getPendingCarts"), "carts").ShouldBeEmpty();
    }

    private static List<Map> Objects(Map answer, string name) =>
        [.. answer[name].ShouldBeOfType<List>().Items.Select(i => i.ShouldBeOfType<Map>())];
}
