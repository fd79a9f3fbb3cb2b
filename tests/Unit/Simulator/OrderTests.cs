using System.Text.RegularExpressions;
using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class OrderTests : SimulatorTest
{
    private const string ProjectIdPattern = "^[0-9a-f]{12}4[0-9a-f]{19}$";

    private protected override SimulatorOptions Options => new() { DeliveryDelay = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task An_order_goes_its_way_from_unpaid_to_delivered()
    {
        var orderId = await PlacedOrder(autoPay: false);

        (await Status(orderId)).ShouldBe("notPaid");
        await Api.Json("POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 1001 } });
        (await Status(orderId)).ShouldBe("checking");
        Clock.Advance(TimeSpan.FromSeconds(10));
        (await Status(orderId)).ShouldBe("delivering");
        (await Details(orderId)).ShouldAllBe(detail => detail.Text("domain") == "*001");
        Clock.Advance(TimeSpan.FromSeconds(20));
        (await Status(orderId)).ShouldBe("delivered");
        (await Details(orderId)).ShouldAllBe(detail => Regex.IsMatch(detail.Text("domain"), ProjectIdPattern));
    }

    [Fact]
    public async Task Details_tell_what_was_ordered()
    {
        var orderId = await PlacedOrder();

        var detail = (await Details(orderId))[1];
        var path = $"/me/order/{orderId}/details/{detail.Long("orderDetailId")}";
        var extension = (await Api.Json("GET", $"{path}/extension")).GetProperty("order");

        detail.Text("quantity").ShouldBe("1");
        detail.Text("detailType").ShouldBe("DURATION");
        extension.GetProperty("plan").Text("code").ShouldBe(Plan);
        extension.GetProperty("plan").Text("duration").ShouldBe("P1M");
        extension.List("configurations").Select(c => (c.Text("label"), c.Text("value"))).ShouldBe([("description", "my project")]);
    }

    [Fact]
    public async Task An_order_that_is_not_paid_lapses()
    {
        var orderId = await PlacedOrder(autoPay: false);

        var order = await Api.Json("GET", $"/me/order/{orderId}");

        order.Text("expirationDate").ShouldBe("2026-01-08T00:00:00+00:00");
        Clock.Advance(TimeSpan.FromDays(7));
        (await Status(orderId)).ShouldBe("cancelled");
        await Api.Error(400, "POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 1001 } });
        Host.Summary().PaidOrders.ShouldBe(0);
    }

    [Fact]
    public async Task A_forced_status_stays_until_it_is_changed()
    {
        var orderId = await PlacedOrder();

        Host.ForceOrderStatus(orderId, "documentsRequested");
        Clock.Advance(TimeSpan.FromHours(1));

        (await Status(orderId)).ShouldBe("documentsRequested");
        (await Api.Json("GET", $"/me/order/{orderId}/followUp"))[0].List("history")[0].Text("label").ShouldBe("FRAUD_DOCS_REQUESTED");
        Host.Summary().Projects.ShouldBe(0);
        Host.ForceOrderStatus(orderId, "delivered");
        (await Status(orderId)).ShouldBe("delivered");
        Host.Summary().Projects.ShouldBe(1);
        Should.Throw<ArgumentException>(() => Host.ForceOrderStatus(orderId, "done")).Message.ShouldContain("notPaid");
    }

    [Fact]
    public async Task A_project_can_be_missing_for_a_while_after_delivery()
    {
        Host.Configure(settings => (settings.ProjectMissingMs, settings.DomainLateMs) = (5000, 2000));
        var orderId = await PlacedOrder();
        Clock.Advance(TimeSpan.FromSeconds(30));

        (await Status(orderId)).ShouldBe("delivered");
        (await Details(orderId))[0].Text("domain").ShouldBe("*001");
        Clock.Advance(TimeSpan.FromSeconds(2));
        var projectId = (await Details(orderId))[0].Text("domain");
        (await Api.Error(404, "GET", $"/cloud/project/{projectId}")).ShouldBe("This service does not exist");
        (await Api.Json("GET", "/cloud/project")).GetArrayLength().ShouldBe(0);
        Clock.Advance(TimeSpan.FromSeconds(3));
        var project = await Api.Json("GET", $"/cloud/project/{projectId}");

        project.Text("project_id").ShouldBe(projectId);
        project.Text("description").ShouldBe("my project");
        project.Long("orderId").ShouldBe(orderId);
        project.Text("creationDate").ShouldBe("2026-01-01T00:00:30+00:00");
    }

    [Fact]
    public async Task Orders_are_listed_by_date_and_by_plan()
    {
        var first = await PlacedOrder(autoPay: false);
        Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await PlacedOrder();

        (await Api.Json("GET", "/me/order")).Texts().ShouldBe([$"{first}", $"{second}"]);
        (await Api.Json("GET", "/me/order?date.from=2026-01-01T00:01:00%2B00:00")).Texts().ShouldBe([$"{second}"]);
        (await Api.Json("GET", "/me/order?date.to=2026-01-01T00:00:59Z")).Texts().ShouldBe([$"{first}"]);
        (await Api.Json("GET", $"/cloud/order?planCode={Plan}")).EnumerateArray()
            .Select(order => (order.Long("orderId"), order.Text("status"))).ShouldBe([(first, "unpaid"), (second, "delivering")]);
        (await Api.Json("GET", "/cloud/order?planCode=other")).GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_follow_up_may_know_nothing()
    {
        var orderId = await PlacedOrder();
        Clock.Advance(TimeSpan.FromSeconds(30));

        (await Api.Json("GET", $"/me/order/{orderId}/followUp")).EnumerateArray().ShouldAllBe(step => step.Text("status") == "DONE");
        Host.Configure(settings => settings.FollowUpAllTodo = true);
        (await Api.Json("GET", $"/me/order/{orderId}/followUp")).EnumerateArray().ShouldAllBe(step => step.Text("status") == "TODO");
    }

    [Fact]
    public async Task A_quantity_makes_one_project_still()
    {
        var cartId = await NewCart();
        await AddItem(cartId, quantity: 2);
        await Api.Json("POST", $"/order/cart/{cartId}/checkout", new { autoPayWithPreferredPaymentMethod = true });
        Clock.Advance(TimeSpan.FromSeconds(30));

        Host.Summary().Projects.ShouldBe(1);
    }

    [Fact]
    public async Task Two_items_make_two_projects()
    {
        var (cartId, _) = await ReadyCart(description: "one");
        await Label(cartId, await AddItem(cartId, "project.legacy"), "description", "two");
        var order = await Api.Json("POST", $"/order/cart/{cartId}/checkout", new { autoPayWithPreferredPaymentMethod = true });
        Clock.Advance(TimeSpan.FromSeconds(30));

        var projects = new List<(string Description, string PlanCode)>();
        foreach (var domain in (await Details(order.Long("orderId"))).Select(detail => detail.Text("domain")).Distinct())
        {
            var project = await Api.Json("GET", $"/cloud/project/{domain}");
            projects.Add((project.Text("description"), project.Text("planCode")));
        }

        projects.ShouldBe([("one", Plan), ("two", "project.legacy")]);
    }

    [Theory]
    [InlineData("ORDER_ACCEPTED", 0, "DOING")]
    [InlineData("PAYMENT_INITIATED", 0, "DOING")]
    [InlineData("REGISTERED_PAYMENT_INITIATED", 0, "DOING")]
    [InlineData("FRAUD_MANUAL_REVIEW", 0, "DOING")]
    [InlineData("FRAUD_DOCS_REQUESTED", 0, "DOING")]
    [InlineData("FRAUD_REFUSED", 0, "ERROR")]
    [InlineData("PAYMENT_CONFIRMED", 1, "DOING")]
    [InlineData("DELIVERY", 2, "DOING")]
    [InlineData("INVOICE_IN_PROGRESS", 3, "DOING")]
    public async Task The_follow_up_can_be_forced(string label, int step, string status)
    {
        var orderId = await PlacedOrder();

        await Api.SideDoor("POST", $"orders/{orderId}", new { status = "checking", followUp = label });

        var steps = (await Api.Json("GET", $"/me/order/{orderId}/followUp")).EnumerateArray().ToList();
        steps[step].List("history")[^1].Text("label").ShouldBe(label);
        steps.Select(s => s.Text("status")).ShouldBe([.. Enumerable.Repeat("DONE", step), status, .. Enumerable.Repeat("TODO", 3 - step)]);
        (await Status(orderId)).ShouldBe("checking");
        Should.Throw<ArgumentException>(() => Host.ForceOrderStatus(orderId, null, "FRAUD"));
    }

    [Fact]
    public async Task The_list_of_cloud_orders_may_show_pending_ones_only()
    {
        var unpaid = await PlacedOrder(autoPay: false);
        await PlacedOrder();
        Clock.Advance(TimeSpan.FromSeconds(30));
        Host.Configure(settings => settings.CloudOrderPendingOnly = true);

        (await Api.Json("GET", "/cloud/order")).EnumerateArray().Select(order => order.Long("orderId")).ShouldBe([unpaid]);
        (await Api.Json("GET", "/me/order")).GetArrayLength().ShouldBe(2);
    }
}
