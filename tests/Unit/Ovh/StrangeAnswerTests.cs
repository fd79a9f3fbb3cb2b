using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh;

// No answer can be a bug of ours: it is understood, or it was lost.
public sealed class StrangeAnswerTests
{
    private const string Placed = """
        {"orderId":42,"url":"https://x/?orderPassword=p","prices":{"withTax":{"currencyCode":"EUR","value":12.34},"tax":null},
         "details":[{"cartItemID":7,"quantity":1,"detailType":"INSTALLATION","totalPrice":{"currencyCode":"EUR","value":1}}],
         "contracts":[{"name":"Terms","url":"u"}]}
        """;

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "7", "1e400", "9223372036854775807", "79228162514264337593543950335", "\"\"", "\".\"", "\"word\"",
            "\"\\ud800\"",
        "\"9999-12-31T23:59:59Z\"", "\"0001-01-01T00:00:00Z\"", "{}", "[]", "[null]", "[\"\"]", "[{}]", "[[]]", "[0]", "{\"a\":null}",
        $"\"{new string('x', 70_000)}\"",
    ];

    private static readonly CartId Cart = new("c1");

    public static TheoryData<int> Rows => [.. Enumerable.Range(0, RoutesTests.Table.Length)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Answer_OfAnyShape_IsUnderstoodOrLost(int row)
    {
        var (call, sent, answer) = RoutesTests.Table[row];
        foreach (var body in Values.Concat(Mutations(answer)))
        {
            using var sut = new ApiUnderTest(maxRetries: 0);
            sut.Socket.On(string.Join(' ', sent.Split(' ')[..2]), 200, body, ("X-OVH-QUERYID", "q1"));

            try
            {
                await sut.RunAsync(call);
            }
            catch (OvhApiException failure)
            {
                failure.Outcome.ShouldBe(CallOutcome.Unknown, body);
                failure.Reference.ShouldBe("(HTTP 200, query q1)", body);
                failure.Message.ShouldNotContain("System.", Case.Sensitive, body);
                failure.Message.ShouldNotContain("PulumiOvhOrder.", Case.Sensitive, body);
                failure.Message.Length.ShouldBeLessThan(500, body);
            }
        }
    }

    /// <summary>No caller expects one: a list with a null element is read without it, or not at all.</summary>
    [Fact]
    public void A_list_that_is_read_has_no_null_element()
    {
        var lists = typeof(OvhJson).GetProperties().Select(p => p.PropertyType).Where(type => type.IsGenericType)
            .Select(type => type.GetGenericArguments()[0])
            .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            .ToList();

        lists.Count.ShouldBeGreaterThan(10);
        lists.Where(HasNullElement).ShouldBeEmpty();
    }

    private static bool HasNullElement(Type list)
    {
        try
        {
            var read = (System.Collections.IEnumerable)JsonSerializer.Deserialize("[null]", OvhJson.Default.GetTypeInfo(list)!)!;
            return read.Cast<object?>().Contains(null);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    [Fact]
    public async Task Checkout_KeepsItsOrderAndLink_WhateverTheRestIsLike()
    {
        foreach (var body in Mutations(Placed))
        {
            using var sut = new ApiUnderTest(maxRetries: 0);
            sut.Socket.On("POST /order/cart/c1/checkout", 200, body);

            var order = await sut.Api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default);

            (order.OrderId is { Value: 42 } || order.Url?.Reveal() == "https://x/?orderPassword=p").ShouldBeTrue(body);
            order.Details.ShouldAllBe(line => line != null, body);
            order.Contracts.ShouldAllBe(contract => contract != null, body);
        }
    }

    [Theory]
    [InlineData("details", "[null,{\"quantity\":1}]")]
    [InlineData("details", "7")]
    [InlineData("details", "[\"x\"]")]
    [InlineData("contracts", "[{\"name\":{}}]")]
    [InlineData("prices", "{\"withTax\":{\"value\":\"NaN\"}}")]
    [InlineData("prices", "[]")]
    [InlineData("url", "\"\\ud800\"")]
    public async Task Checkout_WithAMemberThatCannotBeRead_KeepsItsOrder(string member, string value)
    {
        var placed = JsonNode.Parse(Placed)!.AsObject();
        placed.Remove(member);
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("POST /order/cart/c1/checkout", 200, placed.ToJsonString()[..^1] + $",\"{member}\":{value}}}");

        (await sut.Api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default)).OrderId.ShouldBe(new OrderId(42));
    }

    [Fact]
    public async Task Checkout_InLatin1_KeepsItsOrder()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("POST /order/cart/c1/checkout", _ => Task.FromResult(new HttpResponseMessage
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"orderId":42,"details":[{"description":"clé"}]}""")),
        }));

        var order = await sut.Api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default);

        order.OrderId.ShouldBe(new OrderId(42));
        order.Details[0].Description.ShouldBe("clé");
    }

    // What a list of carts or orders has lost may be the very one that is looked for.
    [Theory]
    [InlineData("[null]")]
    [InlineData("[\"c1\",\"\"]")]
    [InlineData("[\"c1\",7]")]
    public async Task List_WithAnElementThatIsNone_IsNotUnderstood(string body)
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /order/cart", 200, body);

        (await sut.FailAsync(api => api.Carts.ListAsync(null, default))).Message.ShouldContain(
            "not what this version of the provider expects");
    }

    [Fact]
    public async Task Read_ThatIsNotUnderstood_IsReadOnceMore()
    {
        using var sut = new ApiUnderTest();
        sut.Socket
            .On("GET /me/order/42/status", 200, "[]").On("GET /me/order/42/status", 200, "\"delivered\"")
            .On("GET /me", 200, "[]").On("GET /me", 200, "7", ("X-OVH-QUERYID", "q2"));

        (await sut.Api.Orders.StatusAsync(new OrderId(42), default)).ShouldBe("delivered");
        (await sut.FailAsync(api => api.Me.GetAsync(default))).Reference.ShouldBe("(HTTP 200, query q2)");
        sut.Socket.ShouldBeUsedUp();
    }

    [Fact]
    public async Task Once_ThatIsNotUnderstood_IsNeverRepeated()
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("POST /order/cart/c1/checkout", 200, "[]");

        var failure = await sut.FailAsync(api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        sut.Socket.Seen.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("-62135596800")]
    [InlineData("253402300799")]
    [InlineData("99999999999999999999")]
    [InlineData("0")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"soon\"")]
    public async Task Clock_ThatIsNoClock_FailsTheCallAsNotProcessed(string time)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ApplicationKey, maxRetries: 0);
        sut.Socket.On("POST /order/cart/c1/checkout", 400, """{"message":"Invalid signature"}""")
            .On("GET /auth/time", 200, time, ("X-OVH-QUERYID", "q1"));

        var failure = await sut.FailAsync(api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        failure.ToString().ShouldBe(
            "GET /auth/time: the answer is not what this version of the provider expects (it is not a time) (HTTP 200, query q1)");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
    }

    [Theory]
    [InlineData("Mon, 01 Jan 0001 00:00:00 GMT")]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT")]
    [InlineData("Thu, 01 Jan 1970 00:00:00 GMT")]
    [InlineData("nonsense")]
    public async Task Date_OutOfRange_TellsNoTime(string date)
    {
        using var sut = new ApiUnderTest();
        sut.Socket.On("GET /me", 200, "{}", ("Date", date));

        await sut.RunAsync(api => api.Me.GetAsync(default));

        sut.Api.Time.GetUtcNow().ShouldBe(sut.Clock.GetUtcNow());
    }

    [Theory]
    [InlineData("9223372036854775807", 3600)]
    [InlineData("1e300", 3600)]
    [InlineData("\"soon\"", 3000)]
    [InlineData("null", 3000)]
    [InlineData("[]", 3000)]
    public async Task Token_WithAnyLifetime_IsUsed(string lifetime, int seconds)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0);
        sut.Socket
            .On("POST /auth/oauth2/token", 200, $$"""{"access_token":"t1","expires_in":{{lifetime}}}""")
            .On("GET /me", 200, "{}").On("GET /me", 200, "{}");

        await sut.RunAsync(api => api.Me.GetAsync(default));
        sut.Clock.Advance(TimeSpan.FromSeconds(Math.Min(seconds, 3000)));
        await sut.RunAsync(api => api.Me.GetAsync(default));

        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("-9223372036854775808")]
    [InlineData("0")]
    public async Task Token_ThatHasLapsed_ServesItsCall(string lifetime)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0);
        sut.Socket.On("POST /auth/oauth2/token", 200, $$"""{"access_token":"t1","expires_in":{{lifetime}}}""").On("GET /me", 200, "{}");

        await sut.RunAsync(api => api.Me.GetAsync(default));

        sut.Socket.ShouldBeUsedUp();
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    [InlineData("\"a\\nb\"")]
    [InlineData("\"\\ud800\"")]
    [InlineData("{}")]
    public async Task Token_ThatIsNone_FailsTheCallAsNotProcessed(string token)
    {
        using var sut = new ApiUnderTest(ApiUnderTest.ServiceAccount, maxRetries: 0);
        sut.Socket.On("POST /auth/oauth2/token", 200, $$"""{"access_token":{{token}}}""");

        var failure = await sut.FailAsync(api => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        (failure.Path, failure.Status, failure.Outcome).ShouldBe(("/auth/oauth2/token", 200, CallOutcome.NotProcessed));
    }

    [Theory]
    [InlineData("""{"message":"x \ud800 y","class":"Server::X"}""", "x \ufffd y", "Server::X")]
    [InlineData("""{"message":"m","class":"\udc00"}""", "m", "\ufffd")]
    [InlineData("""{"message":"m","details":{"\ud800":1,"a":"\ud800","b":[null,{"c":"\ud800"}]}}""", "m", null)]
    [InlineData("""{"\ud800":1,"message":"m"}""", "m", null)]
    [InlineData("""{"message":"\ud83d\ude00 \\ud800 \ude00\ud83d"}""", "\ud83d\ude00 \\ud800 \ufffd\ufffd", null)]
    [InlineData("""{"message":"\ud83d"}""", "\ufffd", null)]
    [InlineData("""{"message":"a\r\nb\u0000c\u001b[31m"}""", "a b c [31m", null)]
    public async Task Error_InWordsThatAreNoText_IsToldAsFarAsItGoes(string body, string message, string? errorClass)
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /me", 400, body, ("X-OVH-QUERYID", "q1"));

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.Message.ShouldBe(message);
        (failure.ErrorClass, failure.QueryId, failure.Status).ShouldBe((errorClass, "q1", 400));
    }

    [Fact]
    public async Task Error_InLatin1_IsRead()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        sut.Socket.On("GET /me", _ => Task.FromResult(new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden)
        {
            Content = new ByteArrayContent(Encoding.Latin1.GetBytes("""{"message":"Accès refusé","details":{"é":"é"}}""")),
        }));

        var failure = await sut.FailAsync(api => api.Me.GetAsync(default));

        failure.Message.ShouldBe("Accès refusé");
        failure.Details["é"].ShouldBe("é");
    }

    [Fact]
    public async Task Error_OfManyMegabytes_IsToldInOneLine()
    {
        using var sut = new ApiUnderTest(maxRetries: 0);
        var much = new string('m', 8_000_000);
        sut.Socket.On("GET /me", 400, JsonSerializer.Serialize(new { message = much, @class = much, details = new { much } }),
            ("X-OVH-QUERYID", new string('q', 60_000)));

        (await sut.FailAsync(api => api.Me.GetAsync(default))).ToString().Length.ShouldBeLessThan(1500);
    }

    /// <summary>The answer with each of its members, at any depth, dropped and replaced by each of the strange values.</summary>
    private static IEnumerable<string> Mutations(string answer)
    {
        foreach (var path in Paths(JsonNode.Parse(answer), []))
        {
            var parent = JsonNode.Parse(answer)!;
            foreach (var step in path[..^1])
            {
                parent = step is int index ? parent[index]! : parent[(string)step]!;
            }

            foreach (var value in Values)
            {
                // Written by hand: a node of half a surrogate pair, or of 1e400, cannot be made.
                const string Mark = "\"to be replaced\"";
                Set(parent, path[^1], "to be replaced");
                yield return parent.Root.ToJsonString().Replace(Mark, value, StringComparison.Ordinal);
            }

            if (path[^1] is string name)
            {
                parent.AsObject().Remove(name);
                yield return parent.Root.ToJsonString();
            }
        }
    }

    private static void Set(JsonNode parent, object step, string value)
    {
        if (step is int index)
        {
            parent[index] = value;
        }
        else
        {
            parent[(string)step] = value;
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode? node, object[] path) => node switch
    {
        JsonObject members => members.SelectMany(m => Paths(m.Value, [.. path, m.Key]).Prepend([.. path, m.Key])),
        JsonArray items => items.SelectMany((item, i) => Paths(item, [.. path, i]).Prepend([.. path, i])),
        _ => [],
    };
}
