using System.Collections.Immutable;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Rpc;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Rpc.Messages.DiffResponse.Types;
using static PulumiOvhOrder.Values.PropertyValue;
using Kind = PulumiOvhOrder.Rpc.Messages.PropertyDiff.Types.Kind;

namespace PulumiOvhOrder.Tests.Unit.Rpc;

public class ResponseMappingTests
{
    private static readonly Map WithUnknown = Map.Empty.With("known", Of("a")).With("unknown", UnknownValue);
    private static readonly Map Known = Map.Empty.With("known", Of("a"));

    [Fact]
    public void Diff_Changes_AreNamedByPathAndByProperty()
    {
        var response = new DiffResponse(
            ImmutableSortedDictionary<string, PropertyDiff>.Empty
                .Add("description", new(PropertyDiffKind.Update, true))
                .Add("options[0].planCode", new(PropertyDiffKind.UpdateReplace, true))
                .Add("options[1]", new(PropertyDiffKind.AddReplace, false))
                .Add("configuration.region", new(PropertyDiffKind.Delete, true))
                .Add("[\"odd.name\"].x", new(PropertyDiffKind.DeleteReplace, true)),
            ["projectId"],
            DeleteBeforeReplace: true).ToWire();

        response.Changes.ShouldBe(DiffChanges.DiffSome);
        response.HasDetailedDiff.ShouldBeTrue();
        response.DetailedDiff["options[1]"].ShouldBe(new() { Kind = Kind.AddReplace, InputDiff = false });
        response.DetailedDiff["configuration.region"].ShouldBe(new() { Kind = Kind.Delete, InputDiff = true });
        response.DetailedDiff.Count.ShouldBe(5);
        response.Diffs.ShouldBe(["odd.name", "configuration", "description", "options"], ignoreOrder: true);
        response.Replaces.ShouldBe(["odd.name", "options"], ignoreOrder: true);
        response.Stables.ShouldBe(["projectId"]);
        response.DeleteBeforeReplace.ShouldBeTrue();
    }

    [Theory]
    [InlineData(PropertyDiffKind.Add, Kind.Add, false)]
    [InlineData(PropertyDiffKind.AddReplace, Kind.AddReplace, true)]
    [InlineData(PropertyDiffKind.Delete, Kind.Delete, false)]
    [InlineData(PropertyDiffKind.DeleteReplace, Kind.DeleteReplace, true)]
    [InlineData(PropertyDiffKind.Update, Kind.Update, false)]
    [InlineData(PropertyDiffKind.UpdateReplace, Kind.UpdateReplace, true)]
    internal void Diff_Kind_DecidesAboutReplacement(PropertyDiffKind kind, Kind expected, bool replaces)
    {
        var response = new DiffResponse(ImmutableSortedDictionary<string, PropertyDiff>.Empty.Add("a.b", new(kind, true)), [], false)
            .ToWire();

        response.DetailedDiff["a.b"].Kind.ShouldBe(expected);
        response.Replaces.Contains("a").ShouldBe(replaces);
    }

    [Fact]
    public void Diff_NoChanges_IsNoneWithAnEmptyDetailedDiff()
    {
        var response = DiffResponse.None.ToWire();

        response.Changes.ShouldBe(DiffChanges.DiffNone);
        response.HasDetailedDiff.ShouldBeTrue();
        response.DetailedDiff.ShouldBeEmpty();
    }

    [Fact]
    public void CreateAndUpdate_UnknownOutputs_AreSentInPreviewsOnly()
    {
        new CreateResponse("", WithUnknown, false).ToWire(preview: true).Properties.ShouldBe(PropertyValueCodec.Encode(WithUnknown));
        new UpdateResponse(WithUnknown, false).ToWire(preview: true).Properties.ShouldBe(PropertyValueCodec.Encode(WithUnknown));
        new CreateResponse("id", WithUnknown, false).ToWire(preview: false).Properties.ShouldBe(PropertyValueCodec.Encode(Known));
        new UpdateResponse(WithUnknown, false).ToWire(preview: false).Properties.ShouldBe(PropertyValueCodec.Encode(Known));
    }

    [Fact]
    public void Create_NoId_IsOurBug() =>
        Should.Throw<InvalidOperationException>(() => new CreateResponse("", Known, false).ToWire(preview: false));

    [Fact]
    public void Read_Gone_IsAnEmptyMessage() => ReadResponse.Gone.ToWire().CalculateSize().ShouldBe(0);

    [Fact]
    public void Read_NoProperties_SendsThemEmptySinceAbsentWouldMeanGone()
    {
        var response = new ReadResponse("id", null, null, true).ToWire();

        response.Properties.ShouldNotBeNull();
        response.Inputs.ShouldBeNull();
        response.RefreshBeforeUpdate.ShouldBeTrue();
    }

    [Fact]
    public void Read_NoId_IsOurBugAndNotGone() =>
        Should.Throw<InvalidOperationException>(() => new ReadResponse("", Known, Known, false).ToWire());
}
