using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>One changed answer of one chapter, and what the chapter leaves in the state without it.</summary>
internal sealed record Mutation(FaultCase Case, FinalState Reference);

/// <summary>What there is to change in the answers of a life that was lived without a fault.</summary>
internal sealed class MutationList
{
    private readonly HashSet<(string Family, string Method, string Path, string Change)> _had = [];

    /// <summary>In the order of the chapters.</summary>
    public ImmutableArray<Mutation> Of(IEnumerable<(Chapter Chapter, FaultCaseResult Healthy)> life) =>
        [.. life.SelectMany(c => Of(c.Chapter, c.Healthy))];

    private IEnumerable<Mutation> Of(Chapter chapter, FaultCaseResult healthy) =>
        from route in healthy.Rows.Zip(healthy.Calls).Where(c => chapter.Scenario.Rows(c.First))
            .GroupBy(c => (c.First.Method, c.First.Path)).ToList()
        from call in New(chapter, Representative.Of(route.ToImmutableArray()))
        select new Mutation(new FaultCase(chapter.Scenario, call.Row, call.Column, ""), healthy.Final!);

    /// <summary>Calls of one route in one chapter may all be mutated in the same way: a loop treats its rounds differently.</summary>
    private List<(CallRow Row, FaultColumn Column)> New(Chapter chapter, IEnumerable<(CallRow Row, CallRecord Call)> calls)
    {
        var found = calls.SelectMany(c => chapter.Changes(c.Call.Answer)
            .Where(column => !_had.Contains((chapter.Family, c.Row.Method, c.Row.Path, column.Name)))
            .Select(column => (c.Row, Column: column))).ToList();
        _had.UnionWith(found.Select(f => (chapter.Family, f.Row.Method, f.Row.Path, f.Column.Name)));
        return found;
    }
}
