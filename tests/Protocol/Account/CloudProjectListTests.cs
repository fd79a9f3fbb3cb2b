using Grpc.Core;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>What a list of the account's projects has in it, and how it is paged.</summary>
public sealed class CloudProjectListTests
{
    [Fact]
    public async Task A_list_has_projects_then_orders_then_carts_each_once_under_its_description()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var cart = await account.PendingCartAsync("planned");
        var order = await account.OrderUnderWayAsync("coming");
        var project = await account.CreateAsync("running");

        var listed = await account.ResultsAsync();

        listed.ShouldBe([(project, "running"), (order, "coming"), (cart, "planned")]);
        order.ShouldStartWith("order/");
        cart.ShouldStartWith("cart/");
    }

    [Fact]
    public async Task Every_id_of_a_list_can_be_imported()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.PendingCartAsync("planned");
        await account.OrderUnderWayAsync("coming");
        await account.CreateAsync("running");

        foreach (var (id, name) in await account.ResultsAsync())
        {
            (await ImportedAsync(account, id)).ShouldBe((id, name), id);
        }
    }

    [Theory]
    [InlineData("delivered", "running", "shared")]
    [InlineData("ordered", "coming")]
    [InlineData("cart", "shared", "planned")]
    public async Task A_list_is_narrowed_down_by_stage(string stage, params string[] names)
    {
        await using var account = await AccountUnderTest.StartAsync();
        await FillAsync(account);

        (await account.ResultsAsync(Map(("stage", Of(stage))))).Select(r => r.Name).ShouldBe(names, ignoreOrder: true);
    }

    [Fact]
    public async Task A_list_is_narrowed_down_by_the_exact_description()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await FillAsync(account);

        (await account.ResultsAsync(Map(("description", Of("shared"))))).Select(r => r.Name).ShouldBe(["shared", "shared"]);
        (await account.ResultsAsync(Map(("description", Of("share"))))).ShouldBeEmpty();
        (await account.ResultsAsync(Map(("description", Of("shared")), ("stage", Of("cart")))))
            .ShouldHaveSingleItem().Id.ShouldStartWith("cart/");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Pages_together_are_the_whole_list(int pageSize)
    {
        await using var account = await AccountUnderTest.StartAsync();
        await FillAsync(account);
        var whole = (await account.ResultsAsync()).Select(r => r.Id).ToList();
        var pages = new List<string>();

        var token = "";
        do
        {
            var page = await account.ListAsync(pageSize: pageSize, token: token);
            var results = page.Where(r => r.ResponseCase == Wire.ListResponse.ResponseOneofCase.Result).ToList();
            results.Count.ShouldBeInRange(1, pageSize);
            pages.AddRange(results.Select(r => r.Result.Id));
            token = page[^1].Continuation?.ContinuationToken ?? "";
        }
        while (token.Length > 0);

        whole.Count.ShouldBe(5);
        pages.ShouldBe(whole);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_limit_holds_for_all_pages_whether_the_client_repeats_it_or_counts_down(bool repeats)
    {
        await using var account = await AccountUnderTest.StartAsync();
        await FillAsync(account);

        var first = await account.ListAsync(limit: 3, pageSize: 2);
        var second = await account.ListAsync(limit: repeats ? 3 : 1, pageSize: 2, token: first[^1].Continuation.ContinuationToken);

        first.Count.ShouldBe(3);
        second.ShouldHaveSingleItem().Result.Id.ShouldBe((await account.ResultsAsync())[2].Id);
    }

    [Fact]
    public async Task A_limit_that_is_reached_has_no_continuation()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await FillAsync(account);

        (await account.ListAsync(limit: 2)).Select(r => r.ResponseCase)
            .ShouldBe(Enumerable.Repeat(Wire.ListResponse.ResponseOneofCase.Result, 2));
        (await account.ListAsync(limit: 5, pageSize: 5)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_page_that_went_away_meanwhile_is_no_reason_to_begin_again()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.CreateAsync("running");
        var cart = await account.PendingCartAsync("planned");
        var other = await account.PendingCartAsync("also planned");
        string[] carts = [cart, other];
        Array.Sort(carts, StringComparer.Ordinal);
        var first = await account.ListAsync(pageSize: 2);

        await account.Methods.DeleteAsync(
            new Wire.DeleteRequest { Id = carts[0], Urn = $"urn:pulumi:dev::website::{AccountUnderTest.Token}::x" });
        var second = await account.ListAsync(pageSize: 2, token: first[^1].Continuation.ContinuationToken);

        first[1].Result.Id.ShouldBe(carts[0]);
        second.ShouldHaveSingleItem().Result.Id.ShouldBe(carts[1]);
    }

    [Fact]
    public async Task A_page_reads_no_more_projects_than_it_needs()
    {
        await using var account = await AccountUnderTest.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            await account.CreateAsync($"project {i}");
        }

        var before = account.Ovh.Calls().Count;
        var listed = (await account.ListAsync(limit: 1)).ShouldHaveSingleItem().Result.Id;
        account.Ovh.Calls().Skip(before).Select(c => c.Path).ShouldBe(["/cloud/project", $"/cloud/project/{listed}"]);

        before = account.Ovh.Calls().Count;
        (await account.ListAsync(pageSize: 2)).Count.ShouldBe(3);
        account.Ovh.Calls().Count.ShouldBe(before + 4);
    }

    [Fact]
    public async Task A_query_that_is_not_known_yet_has_no_results_yet()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await account.CreateAsync("running");

        (await account.ListAsync(Map(("description", UnknownValue)))).ShouldHaveSingleItem()
            .ResponseCase.ShouldBe(Wire.ListResponse.ResponseOneofCase.Computed);
    }

    [Fact]
    public async Task What_is_no_project_under_way_is_not_listed()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var project = await account.CreateAsync("running");
        var cancelled = await account.OrderUnderWayAsync("cancelled");
        var order = long.Parse(cancelled["order/".Length..], System.Globalization.CultureInfo.InvariantCulture);
        account.Ovh.ForceOrderStatus(order, "cancelled");
        await EmptyCartAsync(account, "nothing in it");
        await ProjectCartAsync(account, "pulumi-ovh-order quote");
        await OrderOptionAsync(account, project);

        (await account.ResultsAsync()).ShouldHaveSingleItem().Id.ShouldBe(project);
    }

    [Fact]
    public async Task A_cart_that_was_filled_by_hand_is_listed_under_its_own_description()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var cart = await ProjectCartAsync(account, "by hand");

        (await account.ResultsAsync()).ShouldBe([($"cart/{cart}", "by hand")]);
    }

    [Fact]
    public async Task Orders_under_way_are_found_where_cloud_orders_cannot_be_listed()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var order = await account.OrderUnderWayAsync("coming");
        await account.CreateAsync("running");
        account.Ovh.Configure(s => s.DeniedRoutes = ["GET /cloud/order"]);

        (await account.ResultsAsync(Map(("stage", Of("ordered"))))).ShouldBe([(order, "coming")]);
    }

    [Fact]
    public async Task An_order_that_records_nothing_is_listed_by_its_number()
    {
        await using var account = await AccountUnderTest.StartAsync(new Simulator.SimulatorOptions { Site = Simulator.Site.Us });
        account.Ovh.Configure(s => s.UsDetailExtension = false);
        var order = await account.OrderUnderWayAsync("coming");

        (await account.ResultsAsync()).ShouldBe([(order, order.Replace("order/", "order ", StringComparison.Ordinal))]);
    }

    [Theory]
    [InlineData("stage", "gone", "stage: must be one of cart, ordered, delivered")]
    [InlineData("name", "x", "name: is not a known property. Known properties: stage, description")]
    public async Task A_query_that_cannot_be_meant_is_refused(string name, string value, string message)
    {
        await using var account = await AccountUnderTest.StartAsync();

        var refusal = await Should.ThrowAsync<RpcException>(() => account.ListAsync(Map((name, Of(value)))));

        (refusal.StatusCode, refusal.Status.Detail).ShouldBe((StatusCode.InvalidArgument, message));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0/x/cart/1")]
    [InlineData("0/1/nothing")]
    public async Task A_token_of_another_account_is_refused(string token)
    {
        await using var account = await AccountUnderTest.StartAsync();

        var refusal = await Should.ThrowAsync<RpcException>(() => account.ListAsync(token: token));

        (refusal.StatusCode, refusal.Status.Detail)
            .ShouldBe((StatusCode.InvalidArgument, $"\"{token}\" is not a continuation token of this provider"));
    }

    [Fact]
    public async Task Without_credentials_nothing_can_be_listed()
    {
        await using var account = await AccountUnderTest.StartAsync(withCredentials: false);

        (await Should.ThrowAsync<RpcException>(() => account.ListAsync())).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task A_refused_call_ends_the_list_with_what_was_being_done()
    {
        await using var account = await AccountUnderTest.StartAsync();
        account.Ovh.Configure(s => s.DeniedRoutes = ["GET /cloud/project"]);

        var failure = await Should.ThrowAsync<RpcException>(() => account.ListAsync());

        failure.Status.Detail.ShouldStartWith("listing the projects: ");
        failure.Status.Detail.ShouldContain("HTTP 403");
    }

    /// <summary>Two projects, an order under way and two carts; a project and a cart have the same description.</summary>
    private static async Task FillAsync(AccountUnderTest account)
    {
        await account.PendingCartAsync("planned");
        await account.CreateAsync("running");
        await account.OrderUnderWayAsync("coming");
        await account.CreateAsync("shared");
        await account.Methods.CreateAsync(new Wire.CreateRequest
        {
            Urn = $"urn:pulumi:prod::website::{AccountUnderTest.Token}::other",
            Properties = PropertyValueCodec.Encode(Map(("description", Of("shared")), ("checkout", Of(false)))),
        });
    }

    private static async Task<(string Id, string Description)> ImportedAsync(AccountUnderTest account, string id)
    {
        try
        {
            var read = await account.Methods.ReadAsync(
                new Wire.ReadRequest { Id = id, Urn = $"urn:pulumi:dev::website::{AccountUnderTest.Token}::imported" });
            return (read.Id, DescriptionOf(PropertyValueCodec.Decode(read.Inputs)));
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<Wire.ErrorResourceInitFailed>() is { } unfinished)
        {
            // An order under way is there, and not finished.
            return (unfinished.Id, DescriptionOf(PropertyValueCodec.Decode(unfinished.Inputs)));
        }

        static string DescriptionOf(Map inputs) => inputs["description"].ShouldBeOfType<Text>().Value;
    }

    private static async Task<string> EmptyCartAsync(AccountUnderTest account, string description)
    {
        var cart = (await account.PostAsync("/order/cart", new { ovhSubsidiary = "FR", description })).GetProperty("cartId").GetString()!;
        await account.PostAsync($"/order/cart/{cart}/assign", new { });
        return cart;
    }

    private static async Task<string> ProjectCartAsync(AccountUnderTest account, string description)
    {
        var cart = await EmptyCartAsync(account, description);
        await account.PostAsync($"/order/cart/{cart}/cloud",
            new { planCode = "project.2018", duration = "P1M", pricingMode = "default", quantity = 1 });
        return cart;
    }

    /// <summary>An order under way that is for a project, and none of a project.</summary>
    private static async Task OrderOptionAsync(AccountUnderTest account, string project)
    {
        var cart = await EmptyCartAsync(account, "option");
        account.Ovh.Configure(s => s.DeliveryDelayMs = 3_600_000);
        await account.PostAsync(
            $"/order/cartServiceOption/cloud/{project}",
            new { cartId = cart, planCode = "credit", duration = "P1M", pricingMode = "default", quantity = 1 });
        await account.PostAsync($"/order/cart/{cart}/checkout", new { autoPayWithPreferredPaymentMethod = true });
    }
}
