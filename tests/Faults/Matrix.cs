using System.Collections.Concurrent;
using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Cases;

namespace PulumiOvhOrder.Faults;

/// <summary>
/// Every call of every scenario with every fault; prints one table. A cell is blank where it would repeat the one to its left.
/// </summary>
internal sealed class Matrix(TextWriter output, string plugin, int parallel)
{
    /// <returns>How many cells are not as they should be.</returns>
    public async Task<int> RunAsync(IEnumerable<Scenario> scenarios, Func<FaultCase, bool> wanted)
    {
        var began = TimeProvider.System.GetTimestamp();
        var tried = 0;
        var wrong = new ConcurrentBag<(FaultCase FaultCase, FaultCaseResult Result)>();
        using var slots = new SemaphoreSlim(parallel);
        var tables = await Task.WhenAll(scenarios.Select(async scenario =>
        {
            var reference = await InSlotAsync(new FaultCase(scenario, null, null, plugin), null);
            if (!reference.IsGood)
            {
                wrong.Add((new FaultCase(scenario, null, null, plugin), reference));
                return (scenario, Rows: ImmutableArray<(CallRow, ImmutableArray<string>)>.Empty);
            }

            var rows = await Task.WhenAll(reference.Rows.Where(scenario.Rows).Select(async row =>
            {
                var results = await Task.WhenAll(scenario.Columns.Select(async column =>
                {
                    var cell = new FaultCase(scenario, row, column, plugin);
                    if (!column.IsFor(row) || !wanted(cell))
                    {
                        return "";
                    }

                    var result = await InSlotAsync(cell, reference.Final);
                    Interlocked.Increment(ref tried);
                    if (!result.IsGood)
                    {
                        wrong.Add((cell, result));
                    }

                    return result.Word;
                }));
                return (row, results.ToImmutableArray());
            }));
            return (scenario, Rows: rows.ToImmutableArray());
        }));

        foreach (var (scenario, rows) in tables.Where(t => t.Rows.Any(r => r.Item2.Any(w => w.Length > 0))))
        {
            Write(scenario, rows);
        }

        foreach (var (cell, result) in wrong)
        {
            output.WriteLine($"\n=== {cell.Scenario.Name}: {cell.Row} {cell.Column?.Name}: {result.Word}\n{result.Log}");
        }

        output.WriteLine($"\n{tried} cells tried, {wrong.Count} wrong, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s");
        return wrong.Count;

        async Task<FaultCaseResult> InSlotAsync(FaultCase cell, FinalState? reference)
        {
            await slots.WaitAsync();
            try
            {
                return await cell.RunAsync(reference);
            }
            finally
            {
                slots.Release();
            }
        }
    }

    private void Write(Scenario scenario, ImmutableArray<(CallRow Row, ImmutableArray<string> Words)> rows)
    {
        var columns = scenario.Columns.Select(c => c.Name).ToList();
        var first = Math.Max(scenario.Name.Length, rows.Max(r => r.Row.ToString().Length));
        var widths = columns.Select((c, i) => Math.Max(c.Length, rows.Max(r => r.Words[i].Length))).ToList();
        output.WriteLine(
            $"\n{scenario.Name.ToUpperInvariant().PadRight(first)}  {string.Join("  ", columns.Select((c, i) => c.PadRight(widths[i])))}");
        foreach (var (row, words) in rows)
        {
            output.WriteLine($"{row.ToString().PadRight(first)}  {string.Join("  ", words.Select((w, i) => w.PadRight(widths[i])))}");
        }
    }
}
