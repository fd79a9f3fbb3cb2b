using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.LocalEngine.State;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using LogSeverity = PulumiOvhOrder.Rpc.Messages.LogSeverity;

namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>What the recordings don't show: logs, and the ways to reach a provider.</summary>
public sealed class EngineTests
{
    private const string Program = """
        name: t
        resources:
          one: { type: ovh-order:CloudProject, properties: { description: first, voucher: VERYSECRET } }
          two: { type: ovh-order:CloudProject, properties: { description: second } }
        outputs: { id: "${one.id}" }
        """;

    private static readonly RunOptions AtOnce = new() { SkipPreview = true };

    [Fact]
    public async Task What_the_provider_says_stands_under_its_resource()
    {
        using var output = new StringWriter();
        var engine = Over(
            new InProcessLauncher(
                log => StubProvider.Accepting(async r =>
                {
                    await log.LogAsync(EngineSeverity.Debug, r.Urn, "not shown", ephemeral: false);
                    await log.LogAsync(EngineSeverity.Info, r.Urn, "waiting", ephemeral: true);
                    await log.LogAsync(EngineSeverity.Warning, r.Urn, "VERYSECRET is a strange voucher", ephemeral: false);
                    await log.LogAsync(EngineSeverity.Info, null, "about the stack", ephemeral: false);
                }),
                TimeProvider.System),
            output);

        var result = await engine.UpAsync(AtOnce, CancellationToken.None);

        result.Succeeded.ShouldBeTrue(output.ToString());
        result.Diagnostics.Count.ShouldBe(4);
        var warning = result.Diagnostics.First(d => d.Severity == LogSeverity.Warning);
        warning.Message.ShouldBe("[secret] is a strange voucher");
        new Values.Urn(warning.Urn!).Name.ShouldBeOneOf("one", "two");
        result.Diagnostics.ShouldContain(d => d.Severity == LogSeverity.Info && d.Urn == null && d.Message == "about the stack");
        output.ToString().ShouldContain("    ovh-order:index:CloudProject two  waiting\n");
        output.ToString().ShouldNotContain("VERYSECRET");
    }

    [Fact]
    public async Task A_preview_and_an_update_have_processes_of_their_own()
    {
        var (started, created) = (0, 0);
        var engine = Over(new InProcessLauncher(
            _ =>
            {
                Interlocked.Increment(ref started);
                return StubProvider.Accepting(_ =>
                {
                    Interlocked.Increment(ref created);
                    return Task.CompletedTask;
                });
            },
            TimeProvider.System));

        var result = await engine.UpAsync(new RunOptions(), CancellationToken.None);

        started.ShouldBe(4);
        result.Preview!.Steps.Count(s => s.Op == StepOp.Create).ShouldBe(4);
        result.Outputs!["id"].ShouldBe(Values.PropertyValue.Of("id-one"));
        created.ShouldBe(4);
    }

    [Fact]
    public async Task Independent_resources_are_created_side_by_side()
    {
        var both = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var running = 0;
        var engine = Over(new InProcessLauncher(
            _ => StubProvider.Accepting(_ =>
            {
                if (Interlocked.Increment(ref running) == 2)
                {
                    both.SetResult();
                }

                return both.Task;
            }),
            TimeProvider.System));

        (await engine.UpAsync(AtOnce, CancellationToken.None)).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public async Task After_an_interrupt_nothing_new_is_begun()
    {
        using var interrupt = new CancellationTokenSource();
        var state = new MemoryState();
        var launcher = new InProcessLauncher(_ => StubProvider.Accepting(_ => interrupt.CancelAsync()), TimeProvider.System);
        var engine = new Engine(new LocalEngineOptions { Plugin = launcher, State = state, ProgramText = Program, Parallel = 1 });

        var result = await engine.UpAsync(AtOnce, interrupt.Token);

        result.Succeeded.ShouldBeFalse();
        result.State.Resources.Count(r => r.Provider is not null).ShouldBe(1);
        result.State.Pending.ShouldBeEmpty();
        state.Load().Resources.Count.ShouldBe(result.State.Resources.Count);
    }

    [Fact]
    public async Task A_process_gets_the_address_the_folder_and_the_environment_and_ends_with_the_command()
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("the plugin of this test is a shell script");
            return;
        }

        using var engineClient = new EngineClient(MaintainerLog.Silent, TimeProvider.System);
        using var server = GrpcServer.For(StubProvider.Accepting(), engineClient, MaintainerLog.Silent);
        var port = await server.StartAsync(CancellationToken.None);
        var folder = Directory.CreateTempSubdirectory();
        var script = Path.Combine(folder.FullName, "plugin.sh");
        await File.WriteAllTextAsync(script, $"#!/bin/sh\necho \"$1 $PULUMI_PROJECT $$\" >> started\necho {port}\nexec cat\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        var engine = new Engine(new LocalEngineOptions
        {
            Plugin = new ProcessLauncher(script, TimeProvider.System),
            State = new StateFile(Path.Combine(folder.FullName, "state.json")),
            ProgramDirectory = folder.FullName,
            ProgramText = Program,
        });

        var result = await engine.UpAsync(AtOnce, CancellationToken.None);

        result.Succeeded.ShouldBeTrue();
        var lines = await File.ReadAllLinesAsync(Path.Combine(folder.FullName, "started"));
        lines.Length.ShouldBe(2);
        var words = lines[0].Split(' ');
        words[0].ShouldStartWith("127.0.0.1:");
        words[1].ShouldBe("t");
        Directory.Exists($"/proc/{words[2]}").ShouldBeFalse("the process should have ended");
        StateJson.Read(await File.ReadAllTextAsync(Path.Combine(folder.FullName, "state.json"))).Resources.Count.ShouldBe(4);
        folder.Delete(recursive: true);
    }

    private static Engine Over(IPluginLauncher launcher, TextWriter? output = null) => new(new LocalEngineOptions
    {
        Plugin = launcher,
        State = new MemoryState(),
        ProgramText = Program,
        Output = output ?? TextWriter.Null,
    });
}
