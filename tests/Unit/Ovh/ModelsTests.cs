using System.Text.Json;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

// Answers as they were recorded or reported, with the irregularities that were seen.
public sealed class ModelsTests
{
    private static OvhJson Json => OvhJson.Default;

    [Fact]
    public void CartItem_AsRecorded_Reads()
    {
        var item = JsonSerializer.Deserialize(
            """
            {"cartId":"c1","configurations":null,"duration":"P1M","itemId":7,"offerId":null,"options":[8,9],"parentItemId":null,"productId":"eco",
             "prices":[{"label":"TOTAL","price":{"currencyCode":"EUR","priceInUcents":1699000000,"text":"€ 16.99","value":16.99}}],
             "settings":{"planCode":"p","pricingMode":"default","quantity":1,"domain":"*"},"new":{"member":[1]}}
            """,
            Json.CartItem)!;

        item.Configurations.ShouldBeEmpty();
        item.ParentItemId.ShouldBeNull();
        item.Settings!.PlanCode.ShouldBe("p");
    }

    [Fact]
    public void Order_OfADryRun_HasNoIdAndNoUrl()
    {
        var order = JsonSerializer.Deserialize(
            """
            {"orderId":null,"url":null,"contracts":[{"name":"Terms  ","url":"u","content":"long"}],
             "details":[{"cartItemID":7,"quantity":1,"domain":"*001","detailType":"INSTALLATION","reductions":null,"totalPrice":{"currencyCode":"EUR","value":0}}],
             "prices":{"withTax":{"currencyCode":"EUR","value":1.20,"text":"1.20 €"},"reduction":null}}
            """,
            Json.Order)!;

        order.OrderId.ShouldBeNull();
        order.Url.ShouldBeNull();
        order.Contracts[0].Name.ShouldBe("Terms");
        order.Details[0].Quantity.ShouldBe(1);
        order.Details[0].CartItemId.ShouldBe(new ItemId(7));
        order.Prices!.WithTax!.Value.ShouldBe(1.20m);
    }

    [Fact]
    public void Order_OfACheckout_KeepsItsUrlSecret()
    {
        var order = JsonSerializer.Deserialize("""{"orderId":123456789012,"url":"https://x/?orderPassword=p"}""", Json.Order)!;

        order.OrderId.ShouldBe(new OrderId(123456789012));
        order.Url!.Value.Reveal().ShouldBe("https://x/?orderPassword=p");
        order.Details.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\"2\"", 2.0)]
    [InlineData("2", 2.0)]
    [InlineData("1.50", 1.5)]
    [InlineData("\"many\"", null)]
    [InlineData("null", null)]
    [InlineData("{}", null)]
    public void Quantity_OfAnyKind_Reads(string json, double? quantity) =>
        JsonSerializer.Deserialize($$"""{"orderDetailId":3,"quantity":{{json}}}""", Json.OrderDetail)!
            .Quantity.ShouldBe((decimal?)quantity);

    [Theory]
    [InlineData("\"2020-10-18T13:44:30+00:00\"", "2020-10-18T13:44:30Z")]
    [InlineData("\"2020-10-18T13:44:30Z\"", "2020-10-18T13:44:30Z")]
    [InlineData("\"2020-10-18T13:44:30+02:00\"", "2020-10-18T11:44:30Z")]
    [InlineData("\"2020-10-18\"", "2020-10-18T00:00:00Z")]
    [InlineData("\"soon\"", null)]
    [InlineData("null", null)]
    public void Date_OfAnyKind_Reads(string json, string? utc) =>
        JsonSerializer.Deserialize($$"""{"cartId":"c","expire":{{json}}}""", Json.Cart)!
            .Expire?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null).ShouldBe(utc);

    [Fact]
    public void CloudProject_HasItsSnakeCaseIdAndKeepsUnknownWords()
    {
        var project = JsonSerializer.Deserialize(
            """{"project_id":"0123456789ab4def0123456789abcdef","status":"hibernating","orderId":42,"access":"full","creationDate":"2026-01-01T00:00:00Z"}""",
            Json.CloudProject)!;

        project.ProjectId.ToString().ShouldBe("0123456789ab4def0123456789abcdef");
        project.Status.ShouldBe("hibernating");
        project.OrderId.ShouldBe(new OrderId(42));
    }

    [Fact]
    public void Extension_TellsWhatWasOrdered()
    {
        var extension = JsonSerializer.Deserialize(
            """
            {"order":{"action":"installation","type":"plan",
             "configurations":[{"label":"description","value":"mine"},{"label":"voucher","value":null},{"label":"vrack"}],
             "plan":{"code":"project.2018","duration":"P1M","pricingMode":"default","quantity":1,"product":{"name":"cloud"}}}}
            """,
            Json.OrderDetailExtension)!;

        extension.Order!.Plan!.Code.ShouldBe("project.2018");
        extension.Order.Configurations.ShouldBe(
            [new OrderedConfiguration("description", "mine"), new("voucher", null), new("vrack", null)]);
    }

    [Fact]
    public void Ids_PrintAsTheirRawValue()
    {
        new CartId("c").ToString().ShouldBe("c");
        new OrderId(5).ToString().ShouldBe("5");
        default(CartId).ToString().ShouldBe("");
        new Secret("x").ToString().ShouldBe("***");
    }

    [Theory]
    [InlineData("0123456789ab4def0123456789abcdef", true, true)]
    [InlineData("0123456789ab1def0123456789abcdef", true, false)]
    [InlineData("0123456789AB4DEF0123456789ABCDEF", false, false)]
    [InlineData("0123456789ab4def0123456789abcdef\n", false, false)]
    [InlineData("*001", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void ProjectId_IsToldFromPlaceholders(string? text, bool isProject, bool isServiceName)
    {
        ProjectId.TryParse(text, out _).ShouldBe(isProject);
        ProjectId.OfServiceName(text).ShouldBe(isServiceName ? ProjectId.Of(text!) : null);
    }
}
