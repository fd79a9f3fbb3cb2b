using PulumiOvhOrder.Rpc;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class PluginCommandLineTests
{
    [Theory]
    [InlineData("", "", false)]
    [InlineData("127.0.0.1:1", "127.0.0.1:1", false)]
    [InlineData("--logtostderr -v=3 127.0.0.1:1", "127.0.0.1:1", true)]
    [InlineData("-v 3 127.0.0.1:1", "127.0.0.1:1", true)]
    [InlineData("--tracing http://collector 127.0.0.1:1", "127.0.0.1:1", false)]
    [InlineData("--tracing=http://collector", "", false)]
    [InlineData("--tracing http://collector", "", false)]
    [InlineData("--tracing", "", false)]
    [InlineData("--verbose-new-flag=1 127.0.0.1:1 --another", "127.0.0.1:1", false)]
    public void Parse_TakesWhatItKnowsAndIgnoresTheRest(string line, string address, bool verbose) =>
        PluginCommandLine.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ShouldBe(new PluginCommandLine(address, verbose));
}
