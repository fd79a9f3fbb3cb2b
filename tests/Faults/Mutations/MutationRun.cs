using System.Collections.Concurrent;
using System.Globalization;
using PulumiOvhOrder.Faults.Cases;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>
/// Every answer of a project's life with every one of its values changed, and the answer of its checkout cut at every byte.
/// </summary>
internal sealed class MutationRun(TextWriter output, int parallel)
{
    private readonly ConcurrentDictionary<(string Chapter, string Word), int> _words = [];
    private int _wrong;

    /// <param name="sample">How many are tried, drawn by the seed; null for all.</param>
    /// <returns>How many are not as they should be.</returns>
    public async Task<int> RunAsync(Func<FaultCase, bool> wanted, int seed, int? sample)
    {
        var began = TimeProvider.System.GetTimestamp();
        var all = new MutationList().Of(await LiveAsync()).Where(m => wanted(m.Case)).ToArray();
        new Random(seed).Shuffle(all);
        var tried = all.Take(sample ?? all.Length).ToList();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {tried.Count} of {all.Length} mutations"));
        await Parallel.ForEachAsync(tried, InParallel, async (mutation, _) =>
            Count(mutation.Case, await mutation.Case.RunAsync(mutation.Reference)));
        foreach (var chapter in _words.GroupBy(w => w.Key.Chapter))
        {
            var counts = chapter.OrderByDescending(w => w.Value)
                .Select(w => string.Create(CultureInfo.InvariantCulture, $"{w.Value} {w.Key.Word}"));
            output.WriteLine($"{chapter.Key}: {string.Join(", ", counts)}");
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\n{tried.Count} mutations tried, {_wrong} wrong, {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s"));
        return _wrong;
    }

    private ParallelOptions InParallel => new() { MaxDegreeOfParallelism = parallel };

    /// <summary>Once without a fault.</summary>
    private async Task<IEnumerable<(Chapter Chapter, FaultCaseResult Healthy)>> LiveAsync()
    {
        var life = new FaultCaseResult[Life.Chapters.Length];
        await Parallel.ForAsync(0, life.Length, InParallel, async (at, _) =>
        {
            var healthy = new FaultCase(Life.Chapters[at].Scenario, null, null, "");
            life[at] = await healthy.RunAsync(null);
            if (!life[at].IsGood)
            {
                Count(healthy, life[at]);
            }
        });
        return Life.Chapters.Zip(life).Where(c => c.Second.IsGood);
    }

    private void Count(FaultCase one, FaultCaseResult result)
    {
        _words.AddOrUpdate((one.Scenario.Name, result.Word), 1, (_, count) => count + 1);
        if (!result.IsGood)
        {
            Interlocked.Increment(ref _wrong);
            output.WriteLine($"=== {one.Scenario.Name}: {one.Row}: {one.Column?.Name}: {result.Word}\n{result.Log}\n");
        }
    }
}
