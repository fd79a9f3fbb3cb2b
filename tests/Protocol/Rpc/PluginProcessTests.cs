using System.Globalization;
using System.IO.Pipelines;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;
using Wire = PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>The life of the process, without a process: the engine's death is the end of stdin.</summary>
public sealed class PluginProcessTests : IDisposable
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(20);

    private readonly Pipe _stdin = new();
    private readonly Pipe _stdout = new();
    private readonly StreamReader _printed;

    private readonly CancellationTokenSource _stop = new();

    private TimeProvider _time = TimeProvider.System;

    public PluginProcessTests() => _printed = new StreamReader(_stdout.Reader.AsStream());

    public void Dispose()
    {
        _printed.Dispose();
        _stop.Dispose();
    }

    [Fact]
    public async Task The_port_is_all_that_is_printed_and_the_end_of_stdin_ends_the_process()
    {
        var process = RunAsync(new StubProvider(), "127.0.0.1:1");

        using var client = await ConnectAsync();
        (await GetVersionAsync(client)).ShouldBe("1.2.3");
        await _stdin.Writer.CompleteAsync();

        (await process.WaitAsync(TestLimit)).ShouldBe(0);
        (await RestOfStdoutAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_engine_on_the_command_line_the_end_of_stdin_says_nothing()
    {
        await _stdin.Writer.CompleteAsync();
        var process = RunAsync(new StubProvider());

        using var client = await ConnectAsync();

        (await GetVersionAsync(client)).ShouldBe("1.2.3");
        process.IsCompleted.ShouldBeFalse();
        await _stop.CancelAsync();
        (await process.WaitAsync(TestLimit)).ShouldBe(0);
    }

    [Fact]
    public async Task A_running_call_still_answers_when_the_engine_died_and_nothing_is_taken_for_written()
    {
        var events = new List<string>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = RunAsync(
            new StubProvider
            {
                Create = async (_, _) =>
                {
                    started.SetResult();
                    await cancelled.Task;
                    events.Add("create");
                    throw new ResourceInitFailedException(
                        FailureKind.Cancelled,
                        new PartialState("order/1", PropertyValue.Map.Empty, ["stopped; order 1 continues"], null, true));
                },
                OnCancel = () =>
                {
                    events.Add("cancel");
                    cancelled.SetResult();
                },
            },
            "127.0.0.1:1");
        using var client = await ConnectAsync();
        var create = client.Methods.CreateAsync(new Wire.CreateRequest());
        await started.Task.WaitAsync(TestLimit);

        await _stdin.Writer.CompleteAsync();

        var failure = await create.FailureAsync();
        failure.Status.Detail.ShouldBe("stopped; order 1 continues");
        failure.GetRpcStatus().ShouldNotBeNull();
        (await process.WaitAsync(TestLimit)).ShouldBe(0);
        events.ShouldBe(["cancel", "create"]);
    }

    [Fact]
    public async Task A_provider_that_hangs_and_fails_ends_all_the_same()
    {
        _time = new HurriedTime();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var process = RunAsync(
            new StubProvider
            {
                Create = (_, _) =>
                {
                    started.SetResult();
                    return new TaskCompletionSource<CreateResponse>().Task;
                },
                OnCancel = () => throw new InvalidOperationException("oops"),
            },
            "127.0.0.1:1");
        using var client = await ConnectAsync();
        var create = client.Methods.CreateAsync(new Wire.CreateRequest());
        await started.Task.WaitAsync(TestLimit);

        await _stdin.Writer.CompleteAsync();

        (await process.WaitAsync(TestLimit)).ShouldBe(0);
        (await create.FailureAsync()).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Version_is_printed()
    {
        (await RunAsync(new StubProvider(), "--version")).ShouldBe(0);

        (await RestOfStdoutAsync()).ShouldBe("1.2.3\n");
    }

    [Fact]
    public async Task Help_is_printed()
    {
        (await RunAsync(new StubProvider(), "--help")).ShouldBe(0);

        (await RestOfStdoutAsync()).ShouldStartWith("A Pulumi resource provider.");
    }

    private Task<int> RunAsync(StubProvider provider, params string[] arguments) => PluginProcess.RunAsync(
        arguments,
        (_, _) => provider,
        _stdin.Reader.AsStream(),
        _stdout.Writer.AsStream(),
        new Lazy<TextWriter>(TextWriter.Null),
        _time,
        _stop.Token);

    private async Task<PluginClient> ConnectAsync()
    {
        var line = await _printed.ReadLineAsync().WaitAsync(TestLimit);
        return new PluginClient($"127.0.0.1:{int.Parse(line!, NumberStyles.None, CultureInfo.InvariantCulture)}");
    }

    private static async Task<string> GetVersionAsync(PluginClient client) =>
        (await client.Methods.GetPluginInfoAsync(new Empty())).Version;

    private async Task<string> RestOfStdoutAsync()
    {
        await _stdout.Writer.CompleteAsync();
        return await _printed.ReadToEndAsync();
    }
}
