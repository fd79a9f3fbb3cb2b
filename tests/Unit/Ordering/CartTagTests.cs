using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class CartTagTests
{
    /// <summary>Names of which many look alike once they are cut and made readable.</summary>
    private static readonly Gen<string> Names = Gen.OneOf(
        Gen.Elements("a", "b", "a/b", "a-b", "a b", "é", "è", "😀", "done", "quote", "1", "A"),
        Gen.Choose(78, 84).Select(length => new string('x', length)),
        Gen.Choose(78, 84).Select(length => new string('x', length) + "y"));

    private static readonly Gen<string> Types = Gen.Elements(
        "ovh-order:index:CloudProject", "my:module:Shop$ovh-order:index:CloudProject", "my:module:Store$ovh-order:index:CloudProject");

    /// <summary>Stack, project, type and name.</summary>
    private static readonly Gen<string[]> Parts =
        from stack in Names
        from project in Names
        from type in Types
        from name in Names
        select new[] { stack, project, type, name };

    private static readonly Gen<Urn> Urns = Parts.Select(UrnOf);

    /// <summary>Two that differ in one part at most.</summary>
    private static readonly Gen<(Urn, Urn)> Neighbours =
        from parts in Parts
        from part in Gen.Choose(0, 3)
        from other in part == 2 ? Types : Names
        select (UrnOf(parts), UrnOf([.. parts.Select((p, i) => i == part ? other : p)]));

    [Fact]
    public void Tags_OfOptions_AreOfOptions_OfOneProject_AndNoOther() => Prop.ForAll(Urns.ToArbitrary(), urn =>
    {
        var tag = CloudProjectInputs.TagOf(urn);
        var (first, second) = (ProjectId.Of(new string('a', 32)), ProjectId.Of("b" + new string('a', 31)));

        CartTag.IsOfOptions(tag).ShouldBeFalse();
        CartTag.IsOfOptions(CartTag.ForOptions(tag, first)).ShouldBeTrue();
        CartTag.ForOptions(tag, first).ShouldNotBe(CartTag.ForOptions(tag, second));
        CartTag.IsAnothers(CartTag.ForOptions(tag, first), tag).ShouldBeTrue();
        CartTag.IsAnothers(tag, CartTag.ForOptions(tag, first)).ShouldBeTrue();
        CartTag.IsAnothers(CartTag.ForOptions(CartTag.Quote, first), tag).ShouldBeFalse();
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void TagOf_TheSameResource_IsTheSameInEveryVersion() =>
        CloudProjectInputs.TagOf(new Urn("urn:pulumi:dev::website::ovh-order:index:CloudProject::cloud-project"))
            .ShouldBe("pulumi-ovh-order dev/website/cloud-project 23e1a2459ffec1a091b9");

    [Fact]
    public void TagOf_DifferentResources_IsNeverTheSame() => Prop.ForAll(
        Neighbours.ToArbitrary(),
        pair => CloudProjectInputs.TagOf(pair.Item1) == CloudProjectInputs.TagOf(pair.Item2) == (pair.Item1 == pair.Item2))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void TagOf_AnyResource_IsReadableAndFitsACart() => Prop.ForAll(Urns.ToArbitrary(), urn =>
    {
        var tag = CloudProjectInputs.TagOf(urn);
        return tag.StartsWith(CartTag.Prefix, StringComparison.Ordinal) && tag.Length <= 255 && tag.All(c => c is > ' ' and < '\x7f' or ' ')
            && tag != CartTag.Quote;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null, false)]
    [InlineData("", false)]
    [InlineData("my own cart", false)]
    [InlineData("pulumi-ovh-order quote", false)]
    [InlineData("another-pulumi-ovh-order dev/website/cloud-project 0", false)]
    [InlineData("pulumi-ovh-order dev/website/cloud-project 0", false)]
    [InlineData("pulumi-ovh-order prod/website/cloud-project 1", true)]
    public void IsAnothers_TellsTheCartsOfOtherResources(string? description, bool expected) =>
        CartTag.IsAnothers(description, "pulumi-ovh-order dev/website/cloud-project 0").ShouldBe(expected);

    private static Urn UrnOf(string[] parts) => new($"urn:pulumi:{string.Join("::", parts)}");
}
