using System.Globalization;

namespace PulumiOvhOrder.Faults.Soaking;

/// <summary>
/// Stacks in storms, one after another until the time is over, each with a seed of its own that repeats it; then one process for as long.
/// </summary>
internal sealed class Soak(TextWriter output, string plugin, int parallel)
{
    /// <returns>How much is not as it should be.</returns>
    public async Task<int> RunAsync(int seed, TimeSpan duration)
    {
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}"));
        var began = TimeProvider.System.GetTimestamp();
        var next = seed - 1;
        var wrong = 0;
        await Task.WhenAll(Enumerable.Range(0, parallel).Select(async _ =>
        {
            do
            {
                var mine = Interlocked.Increment(ref next);
                if (await RoundAsync(mine) is { } fault)
                {
                    Interlocked.Increment(ref wrong);
                    output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"WRONG with seed {mine}: {fault}"));
                }
            }
            while (TimeProvider.System.GetElapsedTime(began) < duration);
        }));
        if (await new Endurance(plugin, output).RunAsync(duration) is { } leak)
        {
            wrong++;
            output.WriteLine($"WRONG: {leak}");
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{next - seed + 1} stacks, {wrong} wrong"));
        return wrong;
    }

    private async Task<string?> RoundAsync(int seed)
    {
        await using var round = new SoakRound(seed, plugin);
        var wrong = await round.RunAsync();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: {round.Words}"));
        return wrong is null ? null : $"{wrong}\n{round.Log}";
    }
}
