using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What is said of projects that OVHcloud lists and does not let these credentials read.</summary>
internal static class UnreadMessages
{
    /// <summary>They are listed all the same.</summary>
    public static string OnlyIds(IReadOnlyCollection<ListedProject> unread) =>
        $"only the id is known of {Projects(unread)}: {ErrorMessages.OfQuote(unread.First().Refusal!)}";

    /// <summary>
    /// A filter is no reason to leave a project out that may fit: a program that looks for its project, and finds none, would order one.
    /// </summary>
    public static ProviderException NotFiltered(IReadOnlyCollection<ListedProject> unread, string doing, string filters) => new(
        FailureKind.FailedPrecondition,
        $"{doing}: {Projects(unread)} cannot be read, so the filter cannot be applied. Without {filters}, every project is listed at least "
            + $"by its id. {ErrorMessages.OfQuote(unread.First().Refusal!)}",
        unread.First().Refusal);

    private static string Projects(IReadOnlyCollection<ListedProject> unread) =>
        (unread.Count == 1 ? "project " : "projects ") + string.Join(", ", unread.Select(p => p.Id));
}
