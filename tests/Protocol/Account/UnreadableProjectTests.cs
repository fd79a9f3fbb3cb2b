using Grpc.Core;
using PulumiOvhOrder.Simulator.SideDoor;
using static PulumiOvhOrder.Tests.Protocol.StubProvider;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Protocol.Account;

/// <summary>One project that may not be read, among many that may.</summary>
public sealed class UnreadableProjectTests
{
    private const string Right = "The credentials lack a right. Add the rule `GET /cloud/project/*` to the consumer key";
    private const string Later = "although it is among the account's projects. Try again later";

    [Theory]
    [InlineData(403, Right)]
    [InlineData(404, Later)]
    public async Task GetProjects_returns_the_id_of_a_project_that_may_not_be_read(int status, string reason)
    {
        await using var account = await AccountUnderTest.StartAsync();
        var hidden = await HiddenAsync(account, status);

        var projects = ((List)(await account.InvokeAsync("getProjects"))["projects"]!).Items.Cast<Map>().ToList();

        projects.Select(p => p["description"]).ShouldBe([Of("running"), null], ignoreOrder: true);
        projects.Single(p => p["description"] is null)["projectId"].ShouldBe(Of(hidden));
        account.Warnings.ShouldHaveSingleItem().ShouldStartWith($"listing the projects: only the id is known of project {hidden}: ");
        account.Warnings[0].ShouldContain(reason);
    }

    [Theory]
    [InlineData("description")]
    [InlineData("planCode")]
    public async Task GetProjects_does_not_leave_out_what_may_fit_the_filter(string filter)
    {
        await using var account = await AccountUnderTest.StartAsync();
        var hidden = await HiddenAsync(account, 403);

        var refusal = await Should.ThrowAsync<RpcException>(() => account.InvokeAsync("getProjects", (filter, Of("running"))));

        refusal.Status.Detail.ShouldStartWith($"listing the projects: project {hidden} cannot be read, so the filter cannot be applied. ");
        refusal.Status.Detail.ShouldContain(Right);
    }

    [Fact]
    public async Task GetProjects_fails_where_OVHcloud_fails()
    {
        await using var account = await AccountUnderTest.StartAsync();
        await HiddenAsync(account, 500);

        var refusal = await Should.ThrowAsync<RpcException>(() => account.InvokeAsync("getProjects"));

        refusal.Status.Detail.ShouldContain("HTTP 500");
    }

    [Theory]
    [InlineData(403, Right)]
    [InlineData(404, Later)]
    public async Task A_list_has_a_project_that_may_not_be_read_under_its_id(int status, string reason)
    {
        await using var account = await AccountUnderTest.StartAsync();
        var order = await account.OrderUnderWayAsync("coming");
        var hidden = await HiddenAsync(account, status);

        var listed = await account.ResultsAsync();

        listed.Select(r => r.Name).ShouldBe(["running", hidden, "coming"], ignoreOrder: true);
        listed.Select(r => r.Id).ShouldContain(hidden);
        listed[^1].Id.ShouldBe(order);
        account.Warnings.ShouldHaveSingleItem().ShouldContain(reason);
    }

    [Fact]
    public async Task A_list_does_not_leave_out_what_may_have_the_description()
    {
        await using var account = await AccountUnderTest.StartAsync();
        var hidden = await HiddenAsync(account, 403);

        var refusal = await Should.ThrowAsync<RpcException>(() => account.ResultsAsync(Map(("description", Of("running")))));

        refusal.Status.Detail.ShouldContain($"project {hidden} cannot be read, so the filter cannot be applied");
    }

    [Fact]
    public async Task GetPaymentMethods_leaves_out_a_method_that_has_just_been_removed()
    {
        await using var account = await AccountUnderTest.StartAsync();
        account.Ovh.Configure(s => s.PaymentMethods = [.. new[] { 11, 12 }.Select(id => new PaymentMethod { Id = id, Type = "PAYPAL" })]);
        Refuse(account, "/me/payment/method/11", 404);

        var methods = ((List)(await account.InvokeAsync("getPaymentMethods"))["methods"]!).Items.Cast<Map>();

        methods.ShouldHaveSingleItem()["id"].ShouldBe(Of(12.0));
    }

    /// <returns>The project that may not be read, beside one that may.</returns>
    private static async Task<string> HiddenAsync(AccountUnderTest account, int status)
    {
        await account.CreateAsync("running");
        var hidden = await account.CreateAsync("hidden");
        Refuse(account, $"/cloud/project/{hidden}", status);
        return hidden;
    }

    private static void Refuse(AccountUnderTest account, string path, int status) => account.Ovh.AddFaults(
        new Fault { Method = "GET", Path = path, Kind = FaultKind.Status, Status = status, Times = 0 });
}
