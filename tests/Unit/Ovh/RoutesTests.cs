using System.Reflection;
using System.Text.RegularExpressions;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

// Every route once: verb, path, query and body as the API console has them.
public sealed class RoutesTests
{
    private const string Project = "0123456789ab4def0123456789abcdef";

    private static readonly Type[] Plain = [typeof(string), typeof(DateTimeOffset?)];

    private static readonly CartId Cart = new("c1");
    private static readonly ItemId Item = new(7);
    private static readonly OrderId Order = new(42);
    private static readonly OrderDetailId Detail = new(3);
    private static readonly ProjectId ProjectId = new(Project);
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    internal static readonly (Func<OvhApi, Task> Call, string Sent, string Answer)[] Table =
    [
        (api => api.Carts.ListAsync(null, default), "GET /order/cart", "[\"c1\"]"),
        (api => api.Carts.ListAsync("pulumi x", default), "GET /order/cart?description=pulumi%20x", "[]"),
        (api => api.Carts.CreateAsync(new CartCreation("FR", "d", Noon), default),
            """POST /order/cart {"ovhSubsidiary":"FR","description":"d","expire":"2026-01-01T12:00:00\u002B00:00"}""",
            """{"cartId":"c1"}"""),
        (api => api.Carts.GetAsync(Cart, default), "GET /order/cart/c1", """{"cartId":"c1"}"""),
        (api => api.Carts.UpdateAsync(Cart, new CartUpdate(null, Noon), default),
            """PUT /order/cart/c1 {"expire":"2026-01-01T12:00:00\u002B00:00"}""", """{"cartId":"c1"}"""),
        (api => api.Carts.DeleteAsync(Cart, default), "DELETE /order/cart/c1", "null"),
        (api => api.Carts.AssignAsync(Cart, default), "POST /order/cart/c1/assign", "null"),
        (api => api.Carts.OffersAsync(Cart, null, default), "GET /order/cart/c1/cloud", """[{"planCode":"project.2018"}]"""),
        (api => api.Carts.OffersAsync(Cart, "own", default), "GET /order/cart/c1/cloud?catalogName=own", "[]"),
        (api => api.Carts.OptionOffersAsync(Cart, "project.2018", null, default),
            "GET /order/cart/c1/cloud/options?planCode=project.2018", """[{"planCode":"credit"}]"""),
        (api => api.Carts.OptionOffersAsync(Cart, "project.2018", "own", default),
            "GET /order/cart/c1/cloud/options?planCode=project.2018&catalogName=own", "[]"),
        (api => api.Carts.AddItemAsync(Cart, new NewItem("project.2018", "P1M", "default", 1, "own"), default),
            """POST /order/cart/c1/cloud {"planCode":"project.2018","duration":"P1M","pricingMode":"default","quantity":1,"catalogName":"own"}""",
            """{"itemId":7}"""),
        (api => api.Carts.AddItemAsync(Cart, new NewItem("project.2018", "P1M", "default", 1), default),
            """POST /order/cart/c1/cloud {"planCode":"project.2018","duration":"P1M","pricingMode":"default","quantity":1}""",
            """{"itemId":7}"""),
        (api => api.Carts.AddOptionAsync(Cart, new NewOption(Item, "credit", "P1M", "default", 2), default),
            """POST /order/cart/c1/cloud/options {"itemId":7,"planCode":"credit","duration":"P1M","pricingMode":"default","quantity":2}""",
            """{"itemId":8}"""),
        (api => api.Carts.ServiceOptionOffersAsync(ProjectId, default),
            $"GET /order/cartServiceOption/cloud/{Project}", """[{"planCode":"credit"}]"""),
        (api => api.Carts.AddServiceOptionAsync(ProjectId, new NewServiceOption(Cart, "credit", "P1M", "default", 2), default),
            $$"""POST /order/cartServiceOption/cloud/{{Project}} {"cartId":"c1","planCode":"credit","duration":"P1M","pricingMode":"default","quantity":2}""",
            """{"itemId":9}"""),
        (api => api.Carts.GetItemAsync(Cart, Item, default), "GET /order/cart/c1/item/7", """{"itemId":7}"""),
        (api => api.Carts.DeleteItemAsync(Cart, Item, default), "DELETE /order/cart/c1/item/7", "null"),
        (api => api.Carts.RequiredConfigurationAsync(Cart, Item, default), "GET /order/cart/c1/item/7/requiredConfiguration", "[]"),
        (api => api.Carts.ConfigurationsAsync(Cart, Item, default), "GET /order/cart/c1/item/7/configuration", "[1]"),
        (api => api.Carts.GetConfigurationAsync(Cart, Item, new ConfigurationId(1), default),
            "GET /order/cart/c1/item/7/configuration/1", """{"id":1,"label":"voucher"}"""),
        (api => api.Carts.AddConfigurationAsync(Cart, Item, new NewConfiguration("voucher", "V"), default),
            """POST /order/cart/c1/item/7/configuration {"label":"voucher","value":"V"}""", """{"id":1,"label":"voucher","value":"V"}"""),
        (api => api.Carts.DeleteConfigurationAsync(Cart, Item, new ConfigurationId(1), default),
            "DELETE /order/cart/c1/item/7/configuration/1", "null"),
        (api => api.Carts.SummaryAsync(Cart, default), "GET /order/cart/c1/summary", "{}"),
        (api => api.Carts.PreviewCheckoutAsync(Cart, default), "GET /order/cart/c1/checkout", "{}"),
        (api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(true), default),
            """POST /order/cart/c1/checkout {"waiveRetractationPeriod":true}""", "{}"),
        (api => api.Orders.ListAsync(Noon, default), "GET /me/order?date.from=2026-01-01T12%3A00%3A00%2B00%3A00", "[42]"),
        (api => api.Orders.GetAsync(Order, default), "GET /me/order/42", """{"orderId":42}"""),
        (api => api.Orders.StatusAsync(Order, default), "GET /me/order/42/status", "\"delivered\""),
        (api => api.Orders.DetailsAsync(Order, default), "GET /me/order/42/details", "[3]"),
        (api => api.Orders.GetDetailAsync(Order, Detail, default), "GET /me/order/42/details/3", """{"orderDetailId":3}"""),
        (api => api.Orders.GetExtensionAsync(Order, Detail, default), "GET /me/order/42/details/3/extension", "{}"),
        (api => api.Orders.OperationsAsync(Order, Detail, default), "GET /me/order/42/details/3/operations", "[5]"),
        (api => api.Orders.GetOperationAsync(Order, Detail, new OperationId(5), default),
            "GET /me/order/42/details/3/operations/5", """{"id":5}"""),
        (api => api.Orders.FollowUpAsync(Order, default),
            "GET /me/order/42/followUp", """[{"history":[{"date":"2026-01-01T12:00:00+00:00","label":"FRAUD_MANUAL_REVIEW"}]}]"""),
        (api => api.Orders.PaymentAsync(Order, default), "GET /me/order/42/payment", "{}"),
        (api => api.Orders.PaymentMethodsAsync(Order, default), "GET /me/order/42/paymentMethods", """{"registered":[9]}"""),
        (api => api.Orders.PaymentMeansAsync(Order, default),
            "GET /me/order/42/availableRegisteredPaymentMean", """[{"paymentMean":"ovhAccount"}]"""),
        (api => api.Orders.PayAsync(Order, new PaymentMethodId(9), default),
            """POST /me/order/42/pay {"paymentMethod":{"id":9}}""", "null"),
        (api => api.Orders.PayWithRegisteredPaymentMeanAsync(Order, PaymentMean.FidelityAccount, default),
            """POST /me/order/42/payWithRegisteredPaymentMean {"paymentMean":"fidelityAccount"}""", "null"),
        (api => api.Projects.ListAsync(default), "GET /cloud/project", $"[\"{Project}\"]"),
        (api => api.Projects.GetAsync(ProjectId, default), $"GET /cloud/project/{Project}", $$"""{"project_id":"{{Project}}"}"""),
        (api => api.Projects.UpdateAsync(ProjectId, new ProjectUpdate("n"), default),
            $$"""PUT /cloud/project/{{Project}} {"description":"n"}""", "null"),
        (api => api.Projects.TerminateAsync(ProjectId, default), $"POST /cloud/project/{Project}/terminate", "\"An email was sent\""),
        (api => api.Projects.ConfirmTerminationAsync(ProjectId, new TerminationConfirmation(new Secret("t")), default),
            $$"""POST /cloud/project/{{Project}}/confirmTermination {"token":"t"}""", "\"ok\""),
        (api => api.Projects.CreditAsync(ProjectId, new Secret("v"), default),
            $$"""POST /cloud/project/{{Project}}/credit {"code":"v"}""", "null"),
        (api => api.Projects.CreditsAsync(ProjectId, default), $"GET /cloud/project/{Project}/credit", "[3]"),
        (api => api.Projects.GetCreditAsync(ProjectId, new CreditId(3), default),
            $"GET /cloud/project/{Project}/credit/3", """{"voucher":"V-1"}"""),
        (api => api.Projects.ServiceInfosAsync(ProjectId, default), $"GET /cloud/project/{Project}/serviceInfos", """{"serviceId":11}"""),
        (api => api.Projects.EligibilityAsync(default), "GET /cloud/eligibility", "{}"),
        (api => api.Projects.OrdersAsync(default), "GET /cloud/order", """[{"orderId":42}]"""),
        (api => api.Services.DeleteAsync(new ServiceId(11), default), "DELETE /services/11", "null"),
        (api => api.Me.GetAsync(default), "GET /me", "{}"),
        (api => api.Me.PaymentMethodsAsync(null, null, default), "GET /me/payment/method", "[9]"),
        (api => api.Me.DefaultPaymentMethodsAsync(PaymentMethodStatus.Valid, default),
            "GET /me/payment/method?default=true&status=VALID", "[9]"),
        (api => api.Me.GetPaymentMethodAsync(new PaymentMethodId(9), default), "GET /me/payment/method/9", """{"paymentMethodId":9}"""),
        (api => api.Me.MailsAsync(default), "GET /me/notification/email/history", "[1]"),
        (api => api.Me.GetMailAsync(new MailId(1), default), "GET /me/notification/email/history/1", """{"id":1}"""),
        (api => api.Auth.CurrentCredentialAsync(default), "GET /auth/currentCredential", "{}"),
        (api => api.Iam!.CheckAsync(new AuthorizationCheck(["a:b"], ["urn:c"]), default),
            """POST /v2/iam/authorization/check {"actions":["a:b"],"resourceURNs":["urn:c"]}""", """[{"resourceURN":"urn:c"}]"""),
    ];

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Route_IsSentAsTheApiHasIt(int row)
    {
        var (call, sent, answer) = Table[row];
        using var sut = new ApiUnderTest();
        sut.Socket.On(string.Join(' ', sent.Split(' ')[..2]), 200, answer);

        await sut.RunAsync(call);

        var seen = sut.Socket.Seen.ShouldHaveSingleItem();
        $"{seen.Call} {seen.Body}".TrimEnd().ShouldBe(sent);
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData(".")]
    public void Route_WithAnIdThatWouldChangeThePath_IsRefused(string id)
    {
        using var sut = new ApiUnderTest();

        Should.Throw<ArgumentException>(() => sut.Api.Carts.DeleteAsync(new CartId(id), default));
        Should.Throw<ArgumentException>(() => sut.Api.Projects.UpdateAsync(new ProjectId(id), new ProjectUpdate("n"), default));
    }

    [Fact]
    public void Route_WithAnIdThatWasNeverSet_IsRefused()
    {
        using var sut = new ApiUnderTest();

        Should.Throw<ArgumentException>(() => sut.Api.Projects.GetAsync(default, default));
        Should.Throw<ArgumentException>(() => sut.Api.Orders.StatusAsync(default, default));
        Should.Throw<ArgumentException>(() => sut.Api.Carts.DeleteItemAsync(Cart, new ItemId(-1), default));
    }

    [Fact]
    public void Every_route_is_in_the_table_and_says_what_stands_in_it()
    {
        var routes = typeof(OvhApi).Assembly.GetTypes().Where(type => type.IsInterface && type.Namespace == typeof(OvhApi).Namespace)
            .SelectMany(api => api.GetMethods()).Where(method => method.GetCustomAttribute<HttpMethodAttribute>() is not null).ToList();

        routes.Count.ShouldBe(Table.Select(row => Form(row.Sent)).Distinct().Count());
        foreach (var route in routes)
        {
            foreach (var parameter in route.GetParameters().Where(p =>
                p.ParameterType != typeof(CancellationToken) && !p.GetCustomAttributes().Any(a => a is BodyAttribute or PropertyAttribute)))
            {
                // An id that is a text has no guard against dots; of anything with properties, Refit makes one query parameter each.
                var isInPath =
                    route.GetCustomAttribute<HttpMethodAttribute>()!.Path.Contains($"{{{parameter.Name}}}", StringComparison.Ordinal);
                (isInPath ? parameter.ParameterType.GetInterface(nameof(IId)) is not null : Plain.Contains(parameter.ParameterType))
                    .ShouldBeTrue($"{route.DeclaringType!.Name}.{route.Name}: {parameter.Name}");
            }
        }

        static string Form(string sent) =>
            Regex.Replace(sent.Split('?')[0].Split(' ')[0] + sent.Split('?')[0].Split(' ')[1], "/(c1|[0-9a-f]{32}|[0-9]+)(?=/|$)", "/{}");
    }

    [Theory]
    [InlineData(200)]
    [InlineData(204)]
    public async Task Answer_ThatIsEmpty_IsNotSilentlyNothing(int status)
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket
            .On("POST /order/cart", status, "", ("X-OVH-QUERYID", "q1")).On("PUT /order/cart/c1", status, "")
            .On("GET /order/cart/c1", status, "").On("GET /me/order/42/status", status, "").On("GET /me", status, "");

        var created = await sut.FailAsync(api => api.Carts.CreateAsync(new CartCreation("FR", null, null), default));
        await sut.FailAsync(api => api.Carts.UpdateAsync(Cart, new CartUpdate(null, null), default));
        await sut.FailAsync(api => api.Carts.GetAsync(Cart, default));
        await sut.FailAsync(api => api.Orders.StatusAsync(Order, default));
        await sut.FailAsync(api => api.Me.GetAsync(default));

        created.Outcome.ShouldBe(CallOutcome.Unknown);
        created.Path.ShouldBe("/order/cart");
        created.Reference.ShouldBe($"(HTTP {status}, query q1)");
    }

    [Fact]
    public async Task Answer_ThatIsEmpty_IsEnoughWhereNothingIsAsked()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("POST /order/cart/c1/assign", 204, "").On("DELETE /order/cart/c1", 200, "").On("POST /me/order/42/pay", 200, "");

        await sut.Api.Carts.AssignAsync(Cart, default);
        await sut.Api.Carts.DeleteAsync(Cart, default);
        await sut.Api.Orders.PayAsync(Order, new PaymentMethodId(9), default);

        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Log_And_Failure_NameTheTemplateWithoutItsQuery()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /me/payment/method?default=true", 500, "").On("GET /order/cart?description=a%20b", 500, "");

        (await sut.FailAsync(api => api.Me.DefaultPaymentMethodsAsync(null, default))).Path.ShouldBe("/me/payment/method");
        (await sut.FailAsync(api => api.Carts.ListAsync("a b", default))).Path.ShouldBe("/order/cart");

        sut.Log.Select(line => line.Split(':')[0])
            .ShouldBe(["GET /me/payment/method", "GET /order/cart"]);
    }

    [Fact]
    public async Task Route_EscapesIds()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /order/cart/a%2Fb%3Fc", 200, """{"cartId":"x"}""");

        await sut.RunAsync(api => api.Carts.GetAsync(new CartId("a/b?c"), default));

        sut.Log.ShouldHaveSingleItem().ShouldStartWith("GET /order/cart/{cartId}: HTTP 200");
    }
}
