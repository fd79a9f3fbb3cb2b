using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Simulator.Orders;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>Whatever becomes of its calls and processes, an order is placed and paid once, or a person is asked.</summary>
public sealed class OrderLawsTests
{
    private const int Seeds = 200;
    private const int CleanRuns = 3;

    /// <summary>
    /// What a person is told who has to decide: both ways on, or, where another resource's tag is in sight, what to compare.
    /// </summary>
    private static readonly string[] CannotTell =
        ["`pulumi import ovh-order:index:CloudProject NAME order/", "the provider cannot determine"];

    [Fact]
    public Task WhateverFails_NothingIsPaidTwiceOrLost() => LawSeeds.CheckAsync(Seeds, BrokenAsync);

    /// <returns>The law that is broken, with the story of how; null when none is.</returns>
    private static async Task<string?> BrokenAsync(int seed)
    {
        var script = new FaultScript(seed);
        try
        {
            var world = Drawn(script);
            for (var run = 0; run < script.Runs; run++)
            {
                await world.UpAsync();
                CheckAlways(world);
            }

            for (var run = 0; run < CleanRuns && (run == 0 || !world.Succeeded); run++)
            {
                await world.UpAsync();
                CheckAlways(world);
            }

            if (world.Succeeded)
            {
                // Nothing is left to do, but for an order that is not waited for: the next run hears of its delivery.
                await world.UpAsync(TimeSpan.FromMinutes(5));
                CheckAlways(world);
            }

            CheckEnd(world);
            return null;
        }
        catch (Exception e)
        {
            return $"OVH_ORDER_SEED={seed}: {(e is LawBrokenException ? e.Message : e.ToString())}\n{script.Log}";
        }
    }

    private static LawWorld Drawn(FaultScript script)
    {
        var chance = script.Chance("world");
        var areCartsListed = chance.Next(4) > 0;
        return new LawWorld(script, LawProgram.Drawn(chance, script.Runs, mayRename: areCartsListed), settings =>
        {
            settings.DeliveryDelayMs = chance.Next(3) * 20_000;
            settings.DomainLateMs = chance.Next(2) * 5_000;
            settings.ProjectMissingMs = chance.Next(2) * 30_000;
            settings.ListCheckedOutCarts = areCartsListed;
            settings.DescribeCheckedOutCarts = chance.Next(4) > 0;
            settings.DeleteCheckedOutCarts = chance.Next(2) > 0;
        });
    }

    private static void CheckAlways(LawWorld world)
    {
        var summary = world.Simulation.Summary();
        var (most, said) = (world.Urns.Length, string.Join('\n', world.Failures));
        Law(summary.Orders == 0 || world.MayOrder, "a cart that was to stay pending is ordered");
        Law(summary.Payments <= most, $"{summary.Payments} payments were made");
        Law(summary.Projects <= most, $"there are {summary.Projects} projects");
        Law(summary.UnknownCalls == 0, $"{summary.UnknownCalls} calls to no route");
        Law(!said.Contains("this is a bug", StringComparison.Ordinal), said);
        var standing = Standing(world);
        Law(
            standing.Count <= most || standing.TrueForAll(o => said.Contains($"{o.OrderId}", StringComparison.Ordinal)),
            $"{standing.Count} orders stand");
        var tags = world.Urns.Select(CloudProjectInputs.TagOf).ToHashSet();
        Law(
            world.Simulation.Locked(w => w.Carts.TrueForAll(c => !c.IsOpen(w.Now) || tags.Contains(c.Description))),
            "there is an open cart that no one finds again");
        Law(summary.StrayLongestSeconds <= 3600, "there is a cart that no one can take away, and it lives for more than an hour");
    }

    private static void CheckEnd(LawWorld world)
    {
        if (!world.Succeeded)
        {
            Law(world.Failures.All(f => Array.Exists(CannotTell, words => f.Contains(words, StringComparison.Ordinal))),
                "it neither succeeds nor says why it cannot");
            return;
        }

        var (summary, orders, count) = (world.Simulation.Summary(), Standing(world), world.Urns.Length);
        Law(orders.Count == count && summary.Payments == count && summary.Projects == count && summary.OpenCarts == 0,
            $"success with {orders.Count} orders, {summary.Payments} payments, {summary.Projects} projects, {summary.OpenCarts} open "
                + "carts");
        var (ids, projects) = (world.State.Values.Select(s => s.Id).Order(), orders.Select(o => o.ProjectId).Order());
        Law(ids.SequenceEqual(projects), $"in state are {string.Join(", ", ids)}, delivered are {string.Join(", ", projects)}");
    }

    private static List<OrderRecord> Standing(LawWorld world) =>
        [.. world.Simulation.Orders().Where(o => o.Status != OrderStatus.Cancelled)];

    private static void Law(bool holds, string broken)
    {
        if (!holds)
        {
            throw new LawBrokenException(broken);
        }
    }
}
