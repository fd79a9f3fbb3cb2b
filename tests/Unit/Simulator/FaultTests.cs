using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

public sealed class FaultTests : SimulatorTest
{
    private const string AnyCheckout = "/order/cart/*/checkout";

    [Fact]
    public async Task A_status_is_answered_instead_of_the_nth_call()
    {
        var body = JsonSerializer.SerializeToElement(new { message = "slow down" });
        Host.AddFaults(new Fault
        {
            Method = "GET",
            Path = "/me",
            Nth = 2,
            Times = 2,
            Kind = FaultKind.Status,
            Status = 429,
            Body = body,
            Headers = new Dictionary<string, string> { ["Retry-After"] = "3" },
        });

        (await Api.Send("GET", "/me")).Status.ShouldBe(200);
        var hit = await Api.Send("GET", "/me");
        hit.Status.ShouldBe(429);
        hit.Text.ShouldBe("""{"message":"slow down"}""");
        hit.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(3));
        (await Api.Send("GET", "/me")).Status.ShouldBe(429);
        (await Api.Send("GET", "/me")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData(FaultKind.Status, 0, 500)]
    [InlineData(FaultKind.StatusAfter, 1, 500)]
    [InlineData(FaultKind.Html, 0, 503)]
    [InlineData(FaultKind.DropBefore, 0, 0)]
    [InlineData(FaultKind.DropAfter, 1, 0)]
    [InlineData(FaultKind.Truncate, 1, 200)]
    [InlineData(FaultKind.TwiceFirst, 1, 200)]
    [InlineData(FaultKind.TwiceSecond, 1, 400)]
    public async Task An_order_may_have_been_made_although_the_answer_was_lost(FaultKind kind, int orders, int status)
    {
        var (cartId, _) = await ReadyCart();
        Host.AddFaults(new Fault { Method = "POST", Path = AnyCheckout, Kind = kind });

        var answer = await Answer();

        if (kind is FaultKind.DropBefore or FaultKind.DropAfter or FaultKind.Truncate)
        {
            answer.ShouldBeNull();
        }
        else
        {
            answer!.Status.ShouldBe(status);
        }

        Host.Summary().Orders.ShouldBe(orders);
        Host.Calls()[^1].Status.ShouldBe(status);

        async Task<ApiReply?> Answer()
        {
            try
            {
                return await Api.Send("POST", $"/order/cart/{cartId}/checkout");
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }
    }

    [Fact]
    public async Task A_page_of_HTML_is_what_a_load_balancer_answers()
    {
        Host.AddFaults(new Fault { Path = "/me", Kind = FaultKind.Html, Status = 408 });

        var reply = await Api.Send("GET", "/me");

        reply.Status.ShouldBe(408);
        reply.MediaType.ShouldBe("text/html");
        reply.Text.ShouldStartWith("<html>");
    }

    [Fact]
    public async Task A_late_answer_is_late_by_the_simulators_clock()
    {
        var (cartId, _) = await ReadyCart();
        Host.AddFaults(new Fault { Method = "POST", Path = AnyCheckout, Kind = FaultKind.Delay, DelayMs = 60_000 });

        var answer = Api.Send("POST", $"/order/cart/{cartId}/checkout");
        await Clock.RunAsync(answer);

        (await answer).Status.ShouldBe(200);
        Clock.GetUtcNow().Minute.ShouldBe(1);
    }

    [Fact]
    public async Task A_client_that_gives_up_does_not_stop_the_call()
    {
        var (cartId, _) = await ReadyCart();
        Host.AddFaults(new Fault
        {
            Method = "POST",
            Path = AnyCheckout,
            Kind = FaultKind.Delay,
            DelayMs = 60_000,
            When = FaultMoment.Before,
        });
        using var patience = new CancellationTokenSource();
        var answer = Api.Send("POST", $"/order/cart/{cartId}/checkout", cancellationToken: patience.Token);
        await Until(() => Clock.NextDue is not null);

        await patience.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(answer);
        Host.Summary().Orders.ShouldBe(0);
        Clock.Advance(TimeSpan.FromMinutes(1));

        await Until(() => Host.Summary().Orders == 1);
    }

    [Theory]
    [InlineData("/0/planCode", "7")]
    [InlineData("/0/prices/0/price/value", "1e300")]
    [InlineData("/0", "null")]
    [InlineData("", "{}")]
    public async Task A_value_of_an_answer_is_replaced(string place, string value)
    {
        var (cartId, _) = await ReadyCart();
        var path = $"/order/cart/{cartId}/cloud";
        var before = JsonNode.Parse((await Api.Send("GET", path)).Text)!;
        Host.AddFaults(new Fault
        {
            Method = "GET",
            Path = path,
            Kind = FaultKind.Replace,
            Place = place,
            Body = JsonDocument.Parse(value).RootElement
        });

        var after = JsonNode.Parse((await Api.Send("GET", path)).Text);

        (Inside(after, place)?.ToJsonString() ?? "null").ShouldBe(value);
        JsonNode.DeepEquals(before, JsonNode.Parse((await Api.Send("GET", path)).Text)).ShouldBeTrue("only one answer is hit");
    }

    [Fact]
    public async Task A_value_of_an_answer_is_left_out()
    {
        Host.AddFaults(
            new Fault { Method = "GET", Path = "/me", Kind = FaultKind.Remove, Place = "/ovhSubsidiary" },
            new Fault { Method = "GET", Path = "/me", Kind = FaultKind.Remove, Nth = 2 });

        JsonNode.Parse((await Api.Send("GET", "/me")).Text)!.AsObject().ContainsKey("ovhSubsidiary").ShouldBeFalse();
        (await Api.Send("GET", "/me")).Text.ShouldBeEmpty();
        JsonNode.Parse((await Api.Send("GET", "/me")).Text)!["ovhSubsidiary"]!.GetValue<string>().ShouldBe("FR");
    }

    [Fact]
    public async Task A_change_of_what_an_answer_does_not_have_is_told()
    {
        Host.AddFaults(new Fault { Method = "GET", Path = "/me", Kind = FaultKind.Remove, Place = "/nothing/here" });

        var answer = await Api.Send("GET", "/me");

        (answer.Status, answer.Text)
            .ShouldBe((500, """{"class":"Simulator::Failed","message":"the answer that a fault is to change has no 'nothing'"}"""));
    }

    [Fact]
    public async Task An_answer_ends_where_it_is_shortened()
    {
        var whole = (await Api.Send("GET", "/me")).Text;
        Host.AddFaults(new Fault { Method = "GET", Path = "/me", Kind = FaultKind.Shorten, Bytes = 5 });

        var answer = await Api.Send("GET", "/me");

        (answer.Status, answer.Text).ShouldBe((200, whole[..5]));
    }

    private static JsonNode? Inside(JsonNode? node, string place) => place.Split('/').Skip(1)
        .Aggregate(node, (inside, key) => inside is JsonArray list ? list[int.Parse(key, CultureInfo.InvariantCulture)] : inside![key]);

    [Fact]
    public async Task Latency_delays_every_answer()
    {
        Host.Configure(settings => settings.LatencyMs = 200);

        var answer = Api.Send("GET", "/auth/time");
        await Clock.RunAsync(answer);

        Clock.GetUtcNow().Millisecond.ShouldBe(200);
    }

    [Theory]
    [InlineData("*", "/order/**", "POST", "/order/cart/1/checkout", true)]
    [InlineData("GET", "/order/**", "POST", "/order/cart", false)]
    [InlineData("post", "/order/cart/*/checkout", "POST", "/order/cart/1/checkout", true)]
    [InlineData("*", "/order/cart/*", "POST", "/order/cart/1/checkout", false)]
    [InlineData("*", "/order/cart", "POST", "/order/cart", true)]
    [InlineData("*", "**", "POST", "/order/cart", true)]
    public void Patterns_match_segments(string methodPattern, string pathPattern, string method, string path, bool matches) =>
        PathPattern.Matches(methodPattern, pathPattern, method, path).ShouldBe(matches);

    /// <summary>What happens on another thread without an answer to wait for.</summary>
    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Yield();
        }
    }
}
