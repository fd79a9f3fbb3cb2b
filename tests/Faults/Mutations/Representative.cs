using System.Collections.Immutable;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>Of what comes again and again, the first, the second and the last: what a reader treats differently is among them.</summary>
internal static class Representative
{
    public static IEnumerable<T> Of<T>(ImmutableArray<T> alike) => alike.Length <= 3 ? alike : [alike[0], alike[1], alike[^1]];
}
