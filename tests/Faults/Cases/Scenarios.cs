using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>What users do.</summary>
internal static class Scenarios
{
    public const string Urn = "urn:pulumi:dev::website::ovh-order:index:CloudProject::cloud-project";

    private static readonly Expected OneProject = new(Orders: 1, Payments: 1, Projects: 1);

    private static string Plain { get; } = Program("description: Website");

    private static string Renamed { get; } = Program("description: Website, renamed");

    private static string Pending { get; } = Program("description: Website", "checkout: false");

    private static string PendingOther { get; } = Program("description: Website", "checkout: false", "planCode: project.legacy",
        "duration: P1Y", "configuration: {infrastructure: production}");

    private static string Full { get; } = Program(
        "description: Website", "voucher: V-1", "configuration: {infrastructure: production}", "options: [{planCode: credit}]",
        "planCode: project.legacy");

    private static string WithOption { get; } = Program("description: Website", "options: [{planCode: credit}]");

    private static string Replacing { get; } = Program("description: Website", "configuration: {infrastructure: production}");

    private static string WithVoucher { get; } = Program("description: Website", "voucher: V-1");

    private static string WithOtherVoucher { get; } = Program("description: Website", "voucher: WELCOME");

    public static ImmutableArray<Scenario> All { get; } =
        [.. Answers(), .. Deaths(), .. Hidden(), .. Unpaid(), .. UsedUp(), .. PaidOtherwise()];

    private static IEnumerable<Scenario> Answers() =>
    [
        new("create", _ => Task.CompletedTask, s => s.UpAsync(Plain), OneProject, Plain),
        new("create in full", _ => Task.CompletedTask, s => s.UpAsync(Full), OneProject with { Vouchers = 1 }, Full),
        new("resume a cart", s => FailingAsync(s, Plain, "GET", "/order/cart/*/checkout"), s => s.UpAsync(Plain), OneProject, Plain),
        new("resume an unpaid order", s => FailingAsync(s, Plain, "POST", "/me/order/*/pay", "/me/order/*/payWithRegisteredPaymentMean"),
            s => s.UpAsync(Plain), OneProject, Plain),
        new("resume a paid order", s => FailingAsync(s, Plain, "GET", "/me/order/*"), s => s.UpAsync(Plain), OneProject, Plain),
        new("rename", s => DoneAsync(s.UpAsync(Plain)), s => s.UpAsync(Renamed), OneProject, Renamed),
        new("option", s => DoneAsync(s.UpAsync(Plain)), s => s.UpAsync(WithOption), new(2, 2, 1), WithOption),
        new("pending", _ => Task.CompletedTask, s => s.UpAsync(Pending), new(0, 0, 0, OpenCarts: 1), Pending),
        new("change pending", s => DoneAsync(s.UpAsync(Pending)), s => s.UpAsync(PendingOther), new(0, 0, 0, OpenCarts: 1), PendingOther),
        new("order pending", s => DoneAsync(s.UpAsync(Pending)), s => s.UpAsync(Plain), OneProject, Plain),
        new("refresh", s => DoneAsync(s.UpAsync(Plain)), s => s.RefreshAsync(Plain), OneProject, Plain),
        new("replace", s => DoneAsync(s.UpAsync(Plain)), s => s.UpAsync(Replacing), new(2, 2, 1), Replacing),
        new("--replace", s => DoneAsync(s.UpAsync(Plain)), s => s.UpAsync(Plain, ReplaceOnce(s)), new(2, 2, 1), Plain),
        new("destroy", s => DoneAsync(s.UpAsync(Plain)), s => s.DestroyAsync(Plain), new(1, 1, 0), Plain),
        new("destroy pending", s => DoneAsync(s.UpAsync(Pending)), s => s.DestroyAsync(Pending), new(0, 0, 0), Pending),
    ];

    /// <summary>The provider or its engine dies at a call. What was ordered and is not in the state is found again.</summary>
    private static IEnumerable<Scenario> Deaths() => Answers()
        .Where(s => s.Name is not ("create in full" or "refresh" or "resume a paid order"))
        .Select(s => s with { Name = s.Name + ", dying", Columns = FaultColumn.Deaths, MayAsk = true });

    /// <summary>The API's other possible face: a cart that was checked out is not listed. There, --replace always asks.</summary>
    private static IEnumerable<Scenario> Hidden()
    {
        foreach (var scenario in Answers().Where(s => s.Name is "create" or "replace" or "order pending" or "destroy"))
        {
            yield return scenario with
            {
                Name = scenario.Name + ", hidden carts",
                SimulatorSettings = """{"listCheckedOutCarts":false}""",
                Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
                Rows = IsLate,
                MayAsk = true,
            };
        }

        static bool IsLate(CallRow row) =>
            row.Path.Contains("checkout", StringComparison.Ordinal) || row.Path.StartsWith("/me/order", StringComparison.Ordinal)
            || row.Path.StartsWith("/cloud/", StringComparison.Ordinal) || row.Method == "PUT";
    }

    /// <summary>
    /// Debts: the project is there and OVHcloud lists it, but serves it no more, or does not end it, before they are paid.
    /// </summary>
    private static IEnumerable<Scenario> Unpaid()
    {
        const string Paid = """{"projectState":"ok","terminationRefusal":null}""";
        yield return Refresh("expired");
        yield return Refresh("suspended");
        yield return Refused(
            "rename, expired", """{"projectState":"expired"}""", s => s.UpAsync(Renamed), "This service is expired", OneProject, Renamed);
        yield return Refused(
            "destroy, refused", """{"terminationRefusal":"Unpaid debts"}""",
            s => s.DestroyAsync(Plain), "Unpaid debts", new(1, 1, 0), Plain);

        static Scenario Refresh(string state) => new(
            "refresh, " + state, s => OwingAsync(s, $$"""{"projectState":"{{state}}"}"""), s => s.RefreshAsync(Plain), OneProject, Plain)
        {
            Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
            Warning = "is expired or suspended at OVHcloud, and still exists",
            SettingsAtEnd = Paid,
        };

        static Scenario Refused(
            string name, string debt, Func<TestEnvironment, Task<RunResult>> act, string words, Expected expected, string program) =>
            new(name, s => OwingAsync(s, debt), act, expected, program)
            {
                Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
                Refusal = new(words, OneProject, s =>
                {
                    s.Simulator.Configure(Paid);
                    return act(s);
                }),
            };

        static async Task OwingAsync(TestEnvironment environment, string debt)
        {
            await DoneAsync(environment.UpAsync(Plain));
            environment.Simulator.Configure(debt);
        }
    }

    /// <summary>A voucher that was used elsewhere. The user leaves it out, or has another one.</summary>
    private static IEnumerable<Scenario> UsedUp() =>
    [
        new("create, voucher used up", s => s.RedeemAsync("V-1"), s => s.UpAsync(WithVoucher), OneProject, Plain)
        {
            Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
            Rows = row => row.Nth > 1 || row.Method is "PUT" or "DELETE" || row.Path.EndsWith("onfiguration", StringComparison.Ordinal)
                || row.Path.EndsWith("checkout", StringComparison.Ordinal),
            Refusal = new("Custom field voucher has an invalid value", new(0, 0, 0), s => s.UpAsync(Plain)),
        },
        new("credit, voucher used up", UsedUpAfterwardsAsync,
            s => s.UpAsync(WithVoucher), OneProject with { Vouchers = 1 }, WithOtherVoucher)
        {
            Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
            Rows = row => row.Nth == 1,
            Refusal = new("has already been used", OneProject, s => s.UpAsync(WithOtherVoucher)),
        },
    ];

    /// <summary>A total of zero, and no fidelity account: the second way settles it.</summary>
    private static IEnumerable<Scenario> PaidOtherwise() =>
    [
        new("create, paid another way", _ => Task.CompletedTask, s => s.UpAsync(Plain), OneProject, Plain)
        {
            SimulatorSettings = """{"fidelityAccount":false}""",
            Columns = [.. FaultColumn.Answers, .. FaultColumn.Deaths],
            Rows = row => row.Path.Contains("/pay", StringComparison.Ordinal),
        },
    ];

    private static async Task UsedUpAfterwardsAsync(TestEnvironment environment)
    {
        await DoneAsync(environment.UpAsync(Plain));
        await environment.RedeemAsync("V-1");
    }

    public static string Program(params string[] properties) =>
        "name: website\nruntime: yaml\nresources:\n  cloud-project:\n    type: ovh-order:CloudProject\n    properties:\n"
        + string.Concat(properties.Select(p => $"      {p}\n"));

    public static async Task DoneAsync(Task<RunResult> run)
    {
        var result = await run;
        if (!result.Succeeded)
        {
            throw new InvalidOperationException("the preparation failed: " + string.Join("; ", result.Diagnostics.Select(d => d.Message)));
        }
    }

    /// <summary>A first run that fails at a call and leaves what it made by then.</summary>
    private static async Task FailingAsync(TestEnvironment environment, string program, string method, params string[] paths)
    {
        environment.Simulator.AddFaults(
            [.. paths.Select(path => new Fault { Method = method, Path = path, Kind = FaultKind.Status, Status = 403, Times = 20 })]);
        var result = await environment.UpAsync(program);
        environment.Simulator.ClearFaults();
        if (result.Succeeded)
        {
            throw new InvalidOperationException($"the preparation should have failed at {method} {string.Join(" and ", paths)}");
        }
    }

    /// <summary>A user who repeats the command leaves <c>--replace</c> away once the state has a new one.</summary>
    private static RunOptions ReplaceOnce(TestEnvironment environment)
    {
        var current = environment.State.Load().Find(Urn)?.Id;
        environment.FirstId ??= current;
        return new RunOptions { SkipPreview = true, Replace = current == environment.FirstId ? [Urn] : [] };
    }
}
