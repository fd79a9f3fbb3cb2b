using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class OptionChangesTests
{
    private static readonly ImmutableSortedDictionary<string, string> NoLabels = ImmutableSortedDictionary<string, string>.Empty;

    private static readonly Gen<OptionRequest> Resolved =
        from plan in Gen.Elements("hds", "credit")
        from duration in Gen.Elements("P1M", "P1Y")
        from quantity in Gen.Choose(1, 2)
        select new OptionRequest(plan, duration, "default", quantity, NoLabels);

    private static readonly Gen<ImmutableArray<OptionRequest>> Lists =
        from length in Gen.Choose(0, 4) from options in Gen.ArrayOf(Resolved, length) select ImmutableArray.Create(options);

    [Fact]
    public void Of_TheSameOptionsInAnyOrder_IsNone() => Prop.ForAll(Lists.ToArbitrary(), there =>
    {
        OptionChanges.Of(there, there).AreNone.ShouldBeTrue();
        OptionChanges.Of(there, [.. there.Reverse()]).AreNone.ShouldBeTrue();
        OptionChanges.Of(there, [.. there.Select(o => o with { PricingMode = null })]).AreNone.ShouldBeTrue();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_MoreOptions_HasWhatIsAdded_AndResolvesEveryOne() =>
        Prop.ForAll(Lists.ToArbitrary(), Lists.ToArbitrary(), (there, more) =>
        {
            var changes = OptionChanges.Of(there, [.. more, .. there]);

            changes.Gone.ShouldBeEmpty();
            changes.Added.Length.ShouldBe(more.Length);
            changes.Resolved(changes.Added)!.Value.ShouldBe(
                [.. more.Concat(there).Select(o => new ItemSettings(o.PlanCode, o.Duration!, o.PricingMode!, o.Quantity!.Value))]);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_FewerOptions_HasWhatIsGone() => Prop.ForAll(Lists.ToArbitrary(), Resolved.ToArbitrary(), (left, gone) =>
    {
        var changes = OptionChanges.Of(left.Add(gone), left);

        changes.Gone.ShouldBe([gone]);
        changes.Added.ShouldBeEmpty();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnOptionThatSaysLess_LeavesTheOthersWhatTheySay()
    {
        var month = new OptionRequest("hds", "P1M", "default", 1, NoLabels);
        var year = month with { Duration = "P1Y" };

        OptionChanges.Of([month, year], [month with { Duration = null }, month]).AreNone.ShouldBeTrue();
    }

    [Fact]
    public void Of_AChangedOption_IsOneGoneAndOneAdded()
    {
        var there = new OptionRequest("hds", "P1M", "default", 1, NoLabels);
        OptionRequest[] changed =
            [there with { Quantity = 2 }, there with { Duration = "P1Y" }, there with { Configuration = NoLabels.Add("zone", "1") }];

        foreach (var wanted in changed)
        {
            var changes = OptionChanges.Of([there], [wanted]);
            (changes.Gone.Length, changes.Added.Length).ShouldBe((1, 1));
        }
    }

    [Fact]
    public void Resolved_OfAnOptionThatWasNotOrdered_IsNotKnown() =>
        OptionChanges.Of([], [new OptionRequest("hds", null, null, null, NoLabels)]).Resolved([]).ShouldBeNull();
}
