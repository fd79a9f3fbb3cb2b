namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class VoucherTests : SimulatorTest
{
    [Fact]
    public async Task A_voucher_is_credited_once()
    {
        var projectId = await DeliveredProject();
        var credit = await Api.Json("POST", $"/cloud/project/{projectId}/credit", new { code = "V-1" });

        var again = await Api.Error(400, "POST", $"/cloud/project/{projectId}/credit", new { code = "V-1" });
        var unknown = await Api.Error(400, "POST", $"/cloud/project/{projectId}/credit", new { code = "NOPE" });

        (again, unknown).ShouldBe(("Voucher V-1 has already been used", "Voucher NOPE is not valid"));
        await Api.Error(400, "POST", "/me/credit/code", new { inputCode = "V-1" });
        (await Api.Json("POST", "/me/voucher/checkValidity", new { voucher = "V-1" })).Flag("validity").ShouldBeFalse();
        (await Api.Json("GET", "/cloud/eligibility?voucher=V-1")).GetProperty("voucher").Flag("paymentMethodRequired").ShouldBeTrue();
        (await Api.Json("GET", $"/cloud/project/{projectId}/credit")).Texts().ShouldBe([$"{credit.Long("id")}"]);
        (await Api.Json("GET", $"/cloud/project/{projectId}/credit/{credit.Long("id")}")).Text("voucher").ShouldBe("V-1");
        Host.Configure(settings => settings.VouchersReusable = true);
        await Api.Json("POST", $"/cloud/project/{projectId}/credit", new { code = "V-1" });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_uses_a_voucher_up(bool asCoupon)
    {
        var first = await CartWith("V-1", asCoupon);
        var second = await CartWith("V-1", asCoupon);
        var order = await Api.Json("POST", $"/order/cart/{first}/checkout", new { autoPayWithPreferredPaymentMethod = true });

        (await Api.Error(400, "GET", $"/order/cart/{second}/checkout"))
            .ShouldBe(asCoupon ? "Coupon V-1 is not valid any more" : "Custom field voucher has an invalid value");
        var project = Host.Projects().Single();
        project.Vouchers.ShouldBe(["V-1"]);
        var creditId = (await Api.Json("GET", $"/cloud/project/{project.ProjectId}/credit"))[0];
        (await Api.Json("GET", $"/cloud/project/{project.ProjectId}/credit/{creditId}")).Text("voucher").ShouldBe("V-1");
        (await Api.Json("GET", $"/me/credit/balance/VOUCHER/movement/{creditId}")).Long("orderId").ShouldBe(order.Long("orderId"));
    }

    [Fact]
    public async Task An_order_that_lapses_gives_its_voucher_back()
    {
        var cartId = await CartWith("V-1", asCoupon: false);
        await Api.Json("POST", $"/order/cart/{cartId}/checkout");

        await Api.Error(400, "POST", "/me/credit/code", new { inputCode = "V-1" });
        Clock.Advance(TimeSpan.FromDays(7));
        await Api.Json("POST", "/me/credit/code", new { inputCode = "V-1" });
    }

    [Fact]
    public async Task The_accounts_balance_shows_its_credits()
    {
        (await Api.Json("GET", "/me/credit/balance")).GetArrayLength().ShouldBe(0);
        await Api.Json("POST", "/me/credit/code", new { inputCode = "V-1" });
        var movement = await Api.Json("POST", "/me/credit/code", new { inputCode = "WELCOME" });

        (await Api.Json("GET", "/me/credit/balance?type=VOUCHER")).Texts().ShouldBe(["VOUCHER"]);
        (await Api.Json("GET", "/me/credit/balance?type=BONUS")).GetArrayLength().ShouldBe(0);
        (await Api.Json("GET", "/me/credit/balance/VOUCHER")).Price("amount").ShouldBe(20);
        (await Api.Json("GET", "/me/credit/balance/VOUCHER/movement")).GetArrayLength().ShouldBe(2);
        movement.GetProperty("sourceObject").Text("id").ShouldBe("WELCOME");
        await Api.Error(404, "GET", "/me/credit/balance/OTHER");
    }

    private async Task<string> CartWith(string voucher, bool asCoupon)
    {
        var (cartId, itemId) = await ReadyCart();
        await (asCoupon
            ? Api.Json("POST", $"/order/cart/{cartId}/coupon", new { coupon = voucher })
            : Label(cartId, itemId, "voucher", voucher));
        return cartId;
    }
}
