using System.Collections.Immutable;

namespace PulumiOvhOrder.Ordering;

/// <summary>How the options that are wanted differ from those that are there, in whatever order they are listed: a pure function.</summary>
/// <param name="Kept">For each wanted option the index of the one that is there; null where it is added.</param>
internal sealed record OptionChanges(ImmutableArray<OptionRequest> There, ImmutableArray<OptionRequest> Wanted, ImmutableArray<int?> Kept)
{
    public ImmutableArray<OptionRequest> Added => [.. Wanted.Where((_, i) => Kept[i] is null)];

    /// <summary>There and not wanted any more; one that is wanted otherwise is gone, and another one added.</summary>
    public ImmutableArray<OptionRequest> Gone => [.. There.Where((_, j) => !Kept.Contains(j))];

    /// <summary>The same options, whatever their order.</summary>
    public bool AreNone => Gone.IsEmpty && Added.IsEmpty;

    /// <summary>The same without the options that the program never named: they are not its to take away.</summary>
    /// <param name="named">What it named before.</param>
    public OptionChanges Managed(ImmutableArray<OptionRequest> named)
    {
        var managed = Of(There, named).Kept;
        return Of([.. There.Where((_, j) => Kept.Contains(j) || managed.Contains(j))], Wanted);
    }

    /// <summary>
    /// What a wanted option leaves open fits whatever is there. Those that leave least open are matched first, because the others fit more.
    /// </summary>
    public static OptionChanges Of(ImmutableArray<OptionRequest> there, ImmutableArray<OptionRequest> wanted)
    {
        var kept = new int?[wanted.Length];
        var left = Enumerable.Range(0, there.Length).ToList();
        foreach (var i in Enumerable.Range(0, wanted.Length).OrderBy(i => LeftOpen(wanted[i])))
        {
            if (left.FindIndex(j => Fits(wanted[i], there[j])) is >= 0 and var at)
            {
                kept[i] = left[at];
                left.RemoveAt(at);
            }
        }

        return new OptionChanges(there, wanted, [.. kept]);
    }

    /// <summary>What each wanted option is, once those that are added were ordered.</summary>
    /// <param name="ordered">What they were ordered as.</param>
    /// <returns>Null where that is not known of every one.</returns>
    public ImmutableArray<ItemSettings>? Resolved(ImmutableArray<OptionRequest> ordered)
    {
        var added = Of(ordered, Added);
        var next = 0;
        var resolved = Kept.Select(there => there is { } j ? Settings(There[j]) : added.Kept[next++] is { } k ? Settings(ordered[k]) : null)
            .ToList();
        return resolved.Contains(null) ? null : [.. resolved.Select(s => s!)];
    }

    private static ItemSettings? Settings(OptionRequest option) => option is { Duration: { } duration, PricingMode: { } mode }
        ? new ItemSettings(option.PlanCode, duration, mode, option.Quantity ?? 1)
        : null;

    private static int LeftOpen(OptionRequest option) =>
        (option.Duration is null ? 1 : 0) + (option.PricingMode is null ? 1 : 0) + (option.Quantity is null ? 1 : 0);

    private static bool Fits(OptionRequest wanted, OptionRequest there) =>
        wanted.PlanCode == there.PlanCode
        && IsSame(wanted.Duration, there.Duration)
        && IsSame(wanted.PricingMode, there.PricingMode)
        && (wanted.Quantity is null || wanted.Quantity == (there.Quantity ?? 1))
        && wanted.Configuration.SequenceEqual(there.Configuration);

    private static bool IsSame(string? wanted, string? there) => wanted is null || there is null || wanted == there;
}
