using System.Collections.Immutable;
using PulumiOvhOrder.LocalEngine.State;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Unit.LocalEngine;

public sealed class StateTests
{
    [Fact]
    public void A_state_survives_the_file_unchanged()
    {
        var resource = Resource("a") with
        {
            Id = "order/1",
            Inputs = Map.Empty.With("voucher", SecretOf(Of("V-1"))).With("options", Of([Map.Empty.With("n", Of(1.5))])).With("none", None),
            Outputs = Map.Empty.With("big", Of(123456789012d)).With("flag", Of(true)),
            Parent = "p",
            Provider = "urn::id",
            Protect = true,
            Taint = true,
            External = true,
            Delete = true,
            PendingReplacement = true,
            RefreshBeforeUpdate = true,
            RetainOnDelete = true,
            ImportId = "i",
            InitErrors = ["not yet"],
            Dependencies = ["b"],
            PropertyDependencies = ImmutableSortedDictionary<string, ImmutableSortedSet<string>>.Empty.Add("x", ["b"]),
            AdditionalSecretOutputs = ["y"],
            IgnoreChanges = ["z"],
            ReplaceOnChanges = ["*"],
            CustomTimeouts = new CustomTimeouts(90, 0, 5400),
        };
        var state = new StackState([resource], [new PendingOperation(Resource("c"), PendingOperation.Creating)]);

        var json = StateJson.Write(state);

        json.ShouldContain("\"plaintext\": \"\\\"V-1\\\"\"");
        StateJson.Write(StateJson.Read(json)).ShouldBe(json);
        StateJson.Read(json).Pending.Single().Resource.Urn.ShouldBe("c");
    }

    [Fact]
    public void A_pending_operation_is_written_before_and_gone_after()
    {
        var store = new MemoryState();
        var snapshot = new Snapshot(StackState.Empty, store);

        var operation = snapshot.Begin(Resource("a"), PendingOperation.Creating);
        var before = store.Load();
        snapshot.End(operation, Resource("a") with { Id = "1" }, null);

        before.Pending.Single().Kind.ShouldBe("creating");
        before.Resources.ShouldBeEmpty();
        store.Load().Pending.ShouldBeEmpty();
        store.Load().Resources.Single().Id.ShouldBe("1");
    }

    [Fact]
    public void New_resources_stand_before_the_old_ones_that_wait()
    {
        var (kept, updated) = (Resource("kept"), Resource("updated"));
        var snapshot = new Snapshot(new StackState([updated, kept], []), null);

        snapshot.End(null, updated with { Id = "2" }, updated);

        snapshot.Current.Resources.Select(r => (r.Urn, r.Id)).ShouldBe([("updated", "2"), ("kept", null)]);
        snapshot.Remaining.ShouldBe([kept]);
    }

    [Fact]
    public void What_was_replaced_stays_until_it_is_deleted()
    {
        var old = Resource("a") with { Id = "old" };
        var snapshot = new Snapshot(new StackState([old], []), null);

        snapshot.Replace(old, old with { Delete = true });
        snapshot.End(null, Resource("a") with { Id = "new" }, null);

        snapshot.Current.Resources.Select(r => (r.Id, r.Delete)).ShouldBe([("new", false), ("old", true)]);
        snapshot.Current.Find("a")!.Id.ShouldBe("new");
    }

    [Fact]
    public void Only_interrupted_creations_outlive_the_next_run()
    {
        var pending = new[] { "creating", "updating", "deleting" }.Select(kind => new PendingOperation(Resource(kind), kind));

        var snapshot = new Snapshot(new StackState([], [.. pending]), null);

        snapshot.Interrupted.Select(p => p.Kind).ShouldBe(["creating"]);
        snapshot.Current.Pending.Select(p => p.Kind).ShouldBe(["creating"]);
    }

    private static ResourceState Resource(string urn) => new() { Urn = urn, Type = "p:index:R" };
}
