using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol;

public class EngineClientTests
{
    private static readonly Urn Main = new("urn:pulumi:dev::shop::ovh-order:index:CloudProject::main");

    [Fact]
    public async Task A_message_arrives_with_all_that_was_said()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var client = Client(engine.Address);

        await client.LogAsync(EngineSeverity.Warning, Main, "pay\n25 €", ephemeral: false);
        await client.LogAsync(EngineSeverity.Info, null, "[4/6] paid", ephemeral: true);
        await client.LogAsync(EngineSeverity.Debug, Main, "d", ephemeral: false);

        engine.Messages.ShouldBe(
        [
            new LogRequest { Severity = LogSeverity.Warning, Urn = Main.Value, Message = "pay\n25 €" },
            new LogRequest { Severity = LogSeverity.Info, Message = "[4/6] paid", Ephemeral = true },
            new LogRequest { Severity = LogSeverity.Debug, Urn = Main.Value, Message = "d" },
        ]);
    }

    [Fact]
    public async Task Messages_arrive_in_order_even_if_no_one_waits_for_them()
    {
        await using var engine = await FakeEngine.StartAsync();
        using var client = Client(engine.Address);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => LogAsync(client, $"{i}")));

        engine.Messages.Select(message => message.Message).ShouldBe(Enumerable.Range(0, 50).Select(i => $"{i}"));
    }

    [Fact]
    public async Task What_is_said_before_another_engine_attaches_still_arrives_at_the_first()
    {
        await using var first = await FakeEngine.StartAsync();
        await using var second = await FakeEngine.StartAsync();
        using var client = Client(first.Address);

        var early = LogAsync(client, "to the first");
        client.ConnectTo(first.Address);
        client.ConnectTo(second.Address);
        await Task.WhenAll(early, LogAsync(client, "to the second"));

        first.Messages.ShouldHaveSingleItem().Message.ShouldBe("to the first");
        second.Messages.ShouldHaveSingleItem().Message.ShouldBe("to the second");
    }

    [Fact]
    public async Task Without_an_engine_nothing_is_said()
    {
        using var client = Client("");

        await LogAsync(client, "hello?");
    }

    [Fact]
    public async Task An_engine_that_is_gone_fails_nothing()
    {
        var engine = await FakeEngine.StartAsync();
        await engine.DisposeAsync();
        using var client = Client(engine.Address);

        await LogAsync(client, "hello?");
    }

    [Fact]
    public async Task An_engine_that_does_not_answer_holds_up_one_message_only()
    {
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await FakeEngine.StartAsync(answers.Task);
        using var client = Client(engine.Address, new HurriedTime());

        await LogAsync(client, "one");
        var second = LogAsync(client, "two");

        second.IsCompletedSuccessfully.ShouldBeTrue();
        await client.FlushAsync();
        client.FlushAsync().IsCompletedSuccessfully.ShouldBeTrue();
        answers.SetResult();
    }

    [Fact]
    public async Task An_engine_that_answers_late_gets_every_message_that_is_to_stay()
    {
        var answers = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await FakeEngine.StartAsync(answers.Task);
        var time = new ManualTimeProvider();
        using var client = Client(engine.Address, time);

        var first = LogAsync(client, "one");
        time.Advance(TimeSpan.FromSeconds(2));
        await first;
        await LogAsync(client, "two");
        await client.LogAsync(EngineSeverity.Info, null, "old by then", ephemeral: true);
        await LogAsync(client, "three");
        answers.SetResult();
        await client.FlushAsync();
        await LogAsync(client, "four");
        await client.LogAsync(EngineSeverity.Info, null, "new", ephemeral: true);

        engine.Messages.Select(message => message.Message).ShouldBe(["one", "two", "three", "four", "new"]);
    }

    private static EngineClient Client(string address, TimeProvider? time = null)
    {
        var client = new EngineClient(MaintainerLog.Silent, time ?? TimeProvider.System);
        client.ConnectTo(address);
        return client;
    }

    private static Task LogAsync(EngineClient client, string message) =>
        client.LogAsync(EngineSeverity.Info, null, message, ephemeral: false);
}
