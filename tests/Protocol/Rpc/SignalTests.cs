using System.Diagnostics;
using System.Globalization;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>The executable itself, since signals go to processes.</summary>
public class SignalTests
{
    private static readonly TimeSpan EnginesPatience = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("INT", "TERM", "INT", "TERM")]
    public async Task Every_signal_by_which_the_engine_ends_a_plugin_is_a_clean_end(params string[] signals)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals");
        using var plugin = Process.Start(new ProcessStartInfo(PluginUnderTest.Path, ["127.0.0.1:1"])
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

        await plugin.WaitForExitAsync().WaitAsync(EnginesPatience);
        plugin.ExitCode.ShouldBe(0);
        int.Parse(port!, NumberStyles.None, CultureInfo.InvariantCulture).ShouldBeInRange(1, 65535);
        (await plugin.StandardOutput.ReadToEndAsync()).ShouldBeEmpty();
    }
}
