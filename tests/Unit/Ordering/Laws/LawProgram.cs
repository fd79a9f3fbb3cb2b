using System.Collections.Immutable;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>The user's program, which may be another one from a run on.</summary>
/// <param name="Later">What its inputs become in <paramref name="ChangesInRun"/> and from then on.</param>
internal sealed record LawProgram(ImmutableArray<Urn> Urns, Func<Urn, Map> First, Func<Urn, Map> Later, int ChangesInRun)
{
    public static Urn Project { get; } = UrnOf("project");

    /// <summary>One project, with these inputs beside its description.</summary>
    public static LawProgram OneWith(params IEnumerable<(string Name, PropertyValue Value)> inputs)
    {
        var map = inputs.Aggregate(Map.Empty.With("description", Of("shop")), (all, input) => all.With(input.Name, input.Value));
        return new LawProgram([Project], _ => map, _ => map, 1);
    }

    /// <summary>
    /// Sometimes two projects that nothing but their names may tell apart; sometimes a cart that waits for a later change of the program,
    /// and perhaps of what it is to hold.
    /// </summary>
    /// <param name="faultyRuns">It is what it stays at the latest when these are over.</param>
    /// <param name="mayRename">Whether a run may find another description than the one before.</param>
    public static LawProgram Drawn(Random chance, int faultyRuns, bool mayRename)
    {
        var inputs = Map.Empty
            .With("planCode", Maybe(2, Of("project.legacy")))
            .With("maxPrice", Maybe(2, Of(20.0)))
            .With("waitForDelivery", Maybe(4, Of(false)))
            .With("options", Maybe(3, Of([Map.Empty.With("planCode", Of("certification.hds.2018"))])));
        var first = Maybe(4, Of(false));
        var later = chance.Next(4) == 0 && mayRename ? "store" : "shop";
        var areTwins = chance.Next(2) == 0;
        var others = chance.Next(2) == 0 ? inputs : inputs
            .With("planCode", Of("project.discovery"))
            .With("configuration", Map.Empty.With("infrastructure", Of("production")))
            .With("options", Of([Map.Empty.With("planCode", Of("credit"))]));
        return new LawProgram(
            chance.Next(4) == 0 ? [Project, UrnOf("other")] : [Project],
            urn => Described(urn, "shop", first is null ? inputs : others).With("checkout", first),
            urn => Described(urn, later, inputs),
            ChangesInRun: 2 + chance.Next(faultyRuns));

        PropertyValue? Maybe(int oneIn, PropertyValue value) => chance.Next(oneIn) == 0 ? value : null;

        Map Described(Urn urn, string description, Map map) =>
            map.With("description", Of(areTwins ? description : $"{description} {urn.Name}"));
    }

    public Map Inputs(Urn urn, int run) => run < ChangesInRun ? First(urn) : Later(urn);

    private static Urn UrnOf(string name) => new($"urn:pulumi:dev::website::{CloudProjectDefinition.Token}::{name}");
}
