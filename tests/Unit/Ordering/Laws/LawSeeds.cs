using System.Globalization;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>
/// Which runs are drawn: as many as usual, or one seed such as <c>94</c> or a range such as <c>1-5000</c> in <c>OVH_ORDER_SEED</c>.
/// </summary>
internal static class LawSeeds
{
    /// <param name="usual">How many are drawn unless they are named.</param>
    /// <param name="brokenAsync">The law that a seed breaks, with the story of how; null when it breaks none.</param>
    public static async Task CheckAsync(int usual, Func<int, Task<string?>> brokenAsync)
    {
        var broken = new List<string>();
        foreach (var seed in Replayed() ?? Enumerable.Range(1, usual))
        {
            if (await brokenAsync(seed) is { } law)
            {
                broken.Add(law);
            }
        }

        if (broken.Count > 0)
        {
            Assert.Fail($"{broken.Count} seeds break a law\n{string.Join("\n\n", broken)}");
        }
    }

    private static IEnumerable<int>? Replayed() => Environment.GetEnvironmentVariable("OVH_ORDER_SEED") is { Length: > 0 } text
        && text.Split('-').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToList() is [var first, ..] range
            ? Enumerable.Range(first, range[^1] - first + 1)
            : null;
}
