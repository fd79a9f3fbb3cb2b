namespace PulumiOvhOrder.Benchmarks;

/// <param name="Plugin">The executable that is measured.</param>
/// <param name="Output">The file that gets the table.</param>
/// <param name="Quick">A minute instead of four: fewer runs, and no delivery that takes a minute by itself.</param>
internal sealed record BenchmarkOptions(string Plugin, string Output, bool Quick)
{
    public const string Usage =
        """
        usage: PulumiOvhOrder.Benchmarks PLUGIN OUTPUT.md [--quick]

        Measures the plugin against the simulator, which runs in this process. With PEER_DRIVER and PEER_BINARY in the
        environment, a peer is measured beside it: PEER_DRIVER PEER_BINARY configure|create URL does the named thing once
        and prints what it measured, a line "NAME NUMBER UNIT" each.
        """;

    public static BenchmarkOptions? Parse(string[] arguments)
    {
        var names = arguments.Where(a => !a.StartsWith('-')).ToList();
        var switches = arguments.Where(a => a.StartsWith('-')).ToList();
        return names is [var plugin, var output] && switches.TrueForAll(s => s == "--quick")
            ? new BenchmarkOptions(Path.GetFullPath(plugin), output, switches.Count > 0)
            : null;
    }

    /// <summary>How often something is measured.</summary>
    public int Runs(int usual, int quick) => Quick ? quick : usual;
}
