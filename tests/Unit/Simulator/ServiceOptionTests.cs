using PulumiOvhOrder.Simulator;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

/// <summary>Options that are ordered for a project that exists already.</summary>
public sealed class ServiceOptionTests : SimulatorTest
{
    private const string Option = "certification.hds.2018";

    private protected override SimulatorOptions Options => new() { DeliveryDelay = TimeSpan.FromSeconds(30) };

    [Fact]
    public async Task An_option_is_ordered_as_anything_else_and_then_belongs_to_the_project()
    {
        var (projectId, cartId) = (await Project(), await NewCart());
        var offers = await Api.Json("GET", $"/order/cartServiceOption/cloud/{projectId}");
        var item = await Add(projectId, cartId, "cloud.credit", quantity: 25);

        offers.EnumerateArray().Select(offer => (offer.Text("planCode"), offer.List("prices")[^1].Price("price")))
            .ShouldBe([(Option, 0), ("credit", 10), ("cloud.credit", 1)]);
        item.GetProperty("settings").Text("planCode").ShouldBe("cloud.credit");
        (await Api.Json("GET", $"/order/cart/{cartId}/checkout")).GetProperty("prices").Price("withTax").ShouldBe(30);
        var orderId = (await Api.Json("POST", $"/order/cart/{cartId}/checkout")).Long("orderId");
        (await Details(orderId)).Single().Text("domain").ShouldBe("*001");
        Host.Projects().Single().Options.ShouldBeEmpty();
        await Api.Json("POST", $"/me/order/{orderId}/pay", new { paymentMethod = new { id = 1001 } });
        Clock.Advance(TimeSpan.FromSeconds(30));

        (await Status(orderId)).ShouldBe("delivered");
        var detail = (await Details(orderId)).Single();
        detail.Text("domain").ShouldBe(projectId);
        var path = $"/me/order/{orderId}/details/{detail.Long("orderDetailId")}/extension";
        var extension = (await Api.Json("GET", path)).GetProperty("order");
        extension.Text("action").ShouldBe("installation");
        extension.GetProperty("plan").Text("code").ShouldBe("cloud.credit");
        extension.GetProperty("plan").Long("quantity").ShouldBe(25);
        (await Api.Json("GET", "/cloud/order?planCode=cloud.credit"))[0].Text("serviceName").ShouldBe(projectId);
        Host.Projects().Single().Options.ShouldBe(["cloud.credit"]);
    }

    [Fact]
    public async Task The_service_shows_the_options_of_a_project_wherever_they_were_ordered()
    {
        var (cartId, itemId) = await ReadyCart();
        var settings = new { itemId, planCode = Option, duration = "P1M", pricingMode = "default", quantity = 1 };
        await Api.Json("POST", $"/order/cart/{cartId}/cloud/options", settings);
        var projectId = await Delivered(cartId);
        var later = await NewCart();
        await Add(projectId, later, "credit");
        await Delivered(later);

        var serviceId = (await Api.Json("GET", $"/cloud/project/{projectId}/serviceInfos")).Long("serviceId");
        (await Api.Json("GET", $"/services/{serviceId}/options")).EnumerateArray()
            .Select(option => option.GetProperty("billing").GetProperty("plan").Text("code")).ShouldBe([Option, "credit"]);
    }

    [Fact]
    public async Task An_option_needs_a_project_that_answers_and_a_cart_that_can_be_filled()
    {
        var (projectId, cartId) = (await Project(), await NewCart(assign: false));

        await Api.Error(404, "GET", $"/order/cartServiceOption/cloud/{Guid.NewGuid():N}");
        (await Try(projectId, cartId, "project.2018")).Json.Text("message").ShouldBe("not found: plan not found");
        await Add(projectId, cartId, Option);
        (await Api.Error(400, "GET", $"/order/cart/{cartId}/checkout")).ShouldContain("hasn't been assigned");
        await Api.Json("POST", $"/order/cart/{cartId}/assign");
        await Api.Json("POST", $"/order/cart/{cartId}/checkout");
        (await Try(projectId, cartId, Option)).Json.Text("message").ShouldContain("already been checked out");
        Host.Configure("""{"projectState":"expired"}""");
        (await Try(projectId, await NewCart(), Option)).Status.ShouldBe(460);
    }

    private async Task<string> Project() => await Delivered((await ReadyCart()).CartId);

    private async Task<string> Delivered(string cartId)
    {
        await Api.Json("POST", $"/order/cart/{cartId}/checkout", new { autoPayWithPreferredPaymentMethod = true });
        Clock.Advance(TimeSpan.FromSeconds(30));
        return (await Api.Json("GET", "/cloud/project"))[0].GetString()!;
    }

    private async Task<System.Text.Json.JsonElement> Add(string projectId, string cartId, string planCode, int quantity = 1)
    {
        var reply = await Try(projectId, cartId, planCode, quantity);
        reply.Status.ShouldBe(200, reply.Text);
        return reply.Json;
    }

    private Task<ApiReply> Try(string projectId, string cartId, string planCode, int quantity = 1) => Api.Send(
        "POST",
        $"/order/cartServiceOption/cloud/{projectId}",
        new { cartId, planCode, duration = "P1M", pricingMode = "default", quantity });
}
