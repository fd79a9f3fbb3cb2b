using PulumiOvhOrder.Benchmarks;

if (BenchmarkOptions.Parse(args) is not { } options)
{
    await Console.Error.WriteLineAsync(BenchmarkOptions.Usage);
    return 2;
}

var figures = new Figures();
var table = Path.GetFullPath(options.Output);
await Console.Out.WriteLineAsync(figures.Head);
try
{
    await Suites.RunAllAsync(options, figures);
}
finally
{
    // What was measured before a failure is worth as much as without one.
    await File.WriteAllTextAsync(table, figures.ToMarkdown());
}

await Console.Out.WriteLineAsync($"\nwritten to {options.Output}");
return 0;
