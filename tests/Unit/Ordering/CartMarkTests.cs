using FsCheck;
using FsCheck.Fluent;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Unit.Ordering;

public sealed class CartMarkTests
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
    public void MarkOf_TheSameResource_IsTheSameInEveryVersion() =>
        CloudProjectInputs.MarkOf(new Urn("urn:pulumi:dev::website::ovh-order:index:CloudProject::cloud-project"))
            .ShouldBe("pulumi-ovh-order dev/website/cloud-project 23e1a2459ffec1a091b9");

    [Fact]
    public void MarkOf_DifferentResources_IsNeverTheSame() => Prop.ForAll(
        Neighbours.ToArbitrary(), pair => CloudProjectInputs.MarkOf(pair.Item1) == CloudProjectInputs.MarkOf(pair.Item2) == (pair.Item1 == pair.Item2))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void MarkOf_AnyResource_IsReadableAndFitsACart() => Prop.ForAll(Urns.ToArbitrary(), urn =>
    {
        var mark = CloudProjectInputs.MarkOf(urn);
        return mark.StartsWith(CartMark.Prefix, StringComparison.Ordinal) && mark.Length <= 255 && mark.All(c => c is > ' ' and < '\x7f' or ' ')
            && CartMark.OrderIn(mark) is null && mark != CartMark.Quote;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Done_NamesTheOrderAndIsNoOtherMark() => Prop.ForAll(Urns.ToArbitrary(), Gen.Choose(1, int.MaxValue).ToArbitrary(), (urn, order) =>
    {
        var mark = CloudProjectInputs.MarkOf(urn);
        var done = CartMark.Done(mark, new OrderId(order));
        return CartMark.OrderIn(done) == new OrderId(order) && done != mark && done.Length <= 255;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("somebody's cart")]
    [InlineData("pulumi-ovh-order quote")]
    [InlineData("pulumi-ovh-order done")]
    [InlineData("pulumi-ovh-order done x dev/website/cloud-project 0")]
    [InlineData("pulumi-ovh-order done -5 dev/website/cloud-project 0")]
    [InlineData("another-pulumi-ovh-order done 5 dev/website/cloud-project 0")]
    public void OrderIn_AnyOtherDescription_IsNone(string? description) => CartMark.OrderIn(description).ShouldBeNull();

    private static Urn UrnOf(string[] parts) => new($"urn:pulumi:{string.Join("::", parts)}");
}
