namespace PulumiOvhOrder.Benchmarks;

/// <summary>What has to be downloaded and kept.</summary>
internal static class SizeSuite
{
    private const double Megabyte = 1e6;

    public static void Run(Bench bench)
    {
        bench.Figures.Title("Size");
        bench.Figures.Add("executable", "MB", new FileInfo(bench.Options.Plugin).Length / Megabyte);
        if (!Directory.Exists("dist"))
        {
            return;
        }

        // Symbols are for a debugger; no user downloads them with the plugin.
        var archives = Directory.GetFiles("dist", "*.tar.gz").Where(file => !file.EndsWith(".symbols.tar.gz", StringComparison.Ordinal));
        foreach (var archive in archives.Order(StringComparer.Ordinal))
        {
            bench.Figures.Add(Path.GetFileName(archive), "MB", new FileInfo(archive).Length / Megabyte);
        }
    }
}
