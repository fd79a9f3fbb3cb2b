using System.Diagnostics;
using System.Globalization;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>The executable itself, since signals, closed descriptors and working directories belong to processes.</summary>
public class SignalTests
{
    private static readonly TimeSpan EngineTimeout = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("HUP")]
    [InlineData("INT", "TERM", "INT", "TERM", "HUP")]
    public async Task Every_signal_that_ends_a_plugin_is_a_clean_end(params string[] signals) => await AssertCleanEndAsync("", signals);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_that_the_parent_ignored_is_heard(string signal) => await AssertCleanEndAsync("trap '' INT TERM;", signal);

    [Fact]
    public async Task A_plugin_starts_where_the_working_directory_is_deleted() =>
        await AssertCleanEndAsync("cd \"$(mktemp -d)\" && rmdir \"$PWD\";", "INT");

    [Fact]
    public async Task A_plugin_starts_without_stdin() => await AssertCleanEndAsync("exec 0<&-;", "INT");

    /// <param name="before">What a shell does before it becomes the plugin.</param>
    private static async Task AssertCleanEndAsync(string before, params string[] signals)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        using var plugin = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", before + " exec \"$0\" 127.0.0.1:1", PluginUnderTest.Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var port = await plugin.StandardOutput.ReadLineAsync();

        foreach (var signal in signals)
        {
            using var kill = Process.Start("kill", ["-s", signal, plugin.Id.ToString(CultureInfo.InvariantCulture)]);
            await kill.WaitForExitAsync();
        }

        await plugin.WaitForExitAsync().WaitAsync(EngineTimeout);
        plugin.ExitCode.ShouldBe(0);
        int.Parse(port!, NumberStyles.None, CultureInfo.InvariantCulture).ShouldBeInRange(1, 65535);
        (await plugin.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }
}
