using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class UsSiteTests : SimulatorTest
{
    private protected override SimulatorOptions Options => new() { Site = Site.Us };

    [Fact]
    public async Task The_US_site_has_its_own_plan_and_dollars()
    {
        var (cartId, _) = await ReadyCart("project", subsidiary: "US");

        (await Api.Json("GET", "/me")).Text("ovhSubsidiary").ShouldBe("US");
        var prices = (await Api.Json("GET", $"/order/cart/{cartId}/checkout")).GetProperty("prices");
        prices.GetProperty("withTax").Text("currencyCode").ShouldBe("USD");
        (await Api.Error(400, "POST", "/order/cart", new { ovhSubsidiary = "FR" })).ShouldBe("invalid ovhSubsidiary");
    }

    [Fact]
    public async Task Operations_name_the_project_where_there_is_no_extension()
    {
        Host.Configure(settings => settings.UsDetailExtension = false);
        var orderId = await PlacedOrder(planCode: "project", subsidiary: "US");
        var detail = $"/me/order/{orderId}/details/{(await Details(orderId))[0].Long("orderDetailId")}";

        await Api.Error(404, "GET", detail + "/extension");
        var operationId = (await Api.Json("GET", detail + "/operations"))[0];
        var operation = await Api.Json("GET", $"{detail}/operations/{operationId}");

        operation.GetProperty("resource").Text("name").ShouldBe((await Api.Json("GET", "/cloud/project"))[0].GetString());
    }

    [Fact]
    public async Task A_project_is_ended_through_its_service()
    {
        var projectId = await DeliveredProject("project", "US");
        Host.Configure(settings => settings.TerminationRefusal = "This service has unpaid debts");
        var serviceId = (await Api.Json("GET", $"/cloud/project/{projectId}/serviceInfos")).Long("serviceId");

        await Api.Error(404, "POST", $"/cloud/project/{projectId}/terminate");
        (await Api.Json("GET", $"/services/{serviceId}")).GetProperty("resource").Text("name").ShouldBe(projectId);
        (await Api.Error(400, "DELETE", $"/services/{serviceId}")).ShouldBe("This service has unpaid debts");
        Host.Configure(settings => settings.TerminationRefusal = null);
        (await Api.Send("DELETE", $"/services/{serviceId}")).Text.ShouldBe("null");
        await Api.Error(404, "GET", $"/cloud/project/{projectId}");
    }
}
