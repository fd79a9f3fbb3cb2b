namespace PulumiOvhOrder.Rpc;

/// <summary>
/// The engine's <c>[--logtostderr] [-v=N] [--tracing URL] ADDRESS</c>. Other flags are ignored, because newer engines may add some.
/// </summary>
/// <param name="EngineAddress">Empty when someone else started the process and the engine attaches to it.</param>
internal sealed record PluginCommandLine(string EngineAddress, bool Verbose)
{
    public static PluginCommandLine Parse(IReadOnlyList<string> arguments)
    {
        var address = "";
        var verbose = false;
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                address = argument;
                continue;
            }

            var flag = argument.TrimStart('-');
            verbose |= flag is "logtostderr" or "v" || flag.StartsWith("v=", StringComparison.Ordinal);
            if (flag is "tracing" or "v")
            {
                i++;
            }
        }

        return new PluginCommandLine(address, verbose);
    }
}
