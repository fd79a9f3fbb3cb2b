using System.Collections.Immutable;

namespace PulumiOvhOrder.LocalEngine.Display;

/// <summary>The CLI's sign and words for a step.</summary>
/// <param name="Plan">In a preview.</param>
/// <param name="Doing">While it runs.</param>
internal sealed record StepWords(string Sign, string Plan, string Doing, string Done)
{
    private static readonly ImmutableDictionary<StepOp, StepWords> All = new Dictionary<StepOp, StepWords>
    {
        [StepOp.Same] = new("  ", "", "", ""),
        [StepOp.Create] = new("+ ", "create", "creating", "created"),
        [StepOp.Update] = new("~ ", "update", "updating", "updated"),
        [StepOp.CreateReplacement] = new("++", "create replacement", "creating replacement", "created replacement"),
        [StepOp.Replace] = new("+-", "replace", "replacing", "replaced"),
        [StepOp.DeleteReplaced] = new("--", "delete original", "deleting original", "deleted original"),
        [StepOp.Delete] = new("- ", "delete", "deleting", "deleted"),
        [StepOp.Import] = new("= ", "import", "importing", "imported"),
        [StepOp.Read] = new("  ", "read", "reading", "read"),
        [StepOp.Refresh] = new("~ ", "refresh", "refreshing", "refresh"),
    }.ToImmutableDictionary();

    public static StepWords Of(StepOp op) => All[op];
}
