using System.Diagnostics;
using System.Globalization;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>The executable itself, since signals go to processes.</summary>
public class SignalTests
{
    private static readonly TimeSpan TestLimit = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("INT", "TERM", "INT", "TERM")]
    public async Task Every_signal_by_which_the_engine_ends_a_plugin_is_a_clean_end(params string[] signals)
    {
        using var plugin = Start();
        var port = await plugin.StandardOutput.ReadLineAsync();

        foreach (var signal in signals)
        {
            await SendAsync(plugin, signal);
        }

        await EndsCleanlyAsync(plugin);
        int.Parse(port!, NumberStyles.None, CultureInfo.InvariantCulture).ShouldBeInRange(1, 65535);
    }

    [Fact]
    public async Task Signals_that_go_on_until_the_process_is_gone_do_not_kill_it()
    {
        using var plugin = Start();
        await plugin.StandardOutput.ReadLineAsync();

        while (!plugin.HasExited)
        {
            await SendAsync(plugin, "TERM");
        }

        await EndsCleanlyAsync(plugin);
    }

    private static Process Start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        return Process.Start(new ProcessStartInfo(PluginUnderTest.Path, ["127.0.0.1:1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    private static async Task SendAsync(Process plugin, string signal)
    {
        using var kill = Process.Start(new ProcessStartInfo("kill", ["-s", signal, plugin.Id.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardError = true,
        })!;
        await kill.WaitForExitAsync();
    }

    private static async Task EndsCleanlyAsync(Process plugin)
    {
        await plugin.WaitForExitAsync().WaitAsync(TestLimit);
        plugin.ExitCode.ShouldBe(0);
        (await plugin.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }
}
