using System.Collections.Immutable;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>A part of a project's life.</summary>
/// <param name="Family">What its requests are made for: an answer that another chapter of the family had before is not mutated once
/// more.</param>
internal sealed record Chapter(string Family, Scenario Scenario)
{
    /// <summary>What is changed in an answer.</summary>
    public Func<ReadOnlyMemory<byte>, IEnumerable<FaultColumn>> Changes { get; init; } = AnswerMutations.Of;
}

/// <summary>A project's whole life in chapters; each begins where those before it have led without a fault.</summary>
internal static class Life
{
    private const string Checkout = "/order/cart/*/checkout";
    private const string Slowly = """{"deliveryDelayMs":2500,"projectMissingMs":1500,"domainLateMs":500}""";

    private static readonly string Priced = Scenarios.Program(
        "description: Website", "voucher: V-1", "configuration: {infrastructure: production}", "options: [{planCode: credit}]",
        "planCode: project.legacy", "maxPrice: 500");

    public static ImmutableArray<Chapter> Chapters { get; } =
    [
        .. new[]
        {
            new Chapter("preview", Preview("preview", _ => Task.CompletedTask, Priced, new(0, 0, 0))),
            Known("order", "create in full"),
            Known("order", "resume a cart"),
            Known("order", "resume an unpaid order"),
            Known("order", "resume a paid order"),
            Known("order", "order pending"),
            Known("order", "option"),
            Known("order", "pending"),
            Known("order", "change pending"),
            Known("read", "refresh"),
            Known("read", "rename"),
            Known("order", "replace"),
            Known("end", "destroy"),
            Known("end", "destroy pending"),
            Cut(Known("cut", "create")),
            new Chapter("token", ServiceAccount(Known("", "create").Scenario)),
        }.Select(c => c with { Scenario = c.Scenario with { SimulatorSettings = Slowly, MayAsk = true } }),
    ];

    private static Chapter Cut(Chapter chapter) => chapter with
    {
        Changes = AnswerCuts.Of,
        Scenario = chapter.Scenario with { Rows = row => row is { Method: "POST", Path: Checkout } },
    };

    private static Scenario ServiceAccount(Scenario scenario) => scenario with
    {
        Name = $"{scenario.Name}, service account",
        IsServiceAccount = true,
        Rows = row => row.Path.StartsWith("/auth/", StringComparison.Ordinal),
    };

    private static Chapter Known(string family, string name) => new(family, Scenarios.All.Single(s => s.Name == name));

    private static Scenario Preview(string name, Func<TestEnvironment, Task> prepare, string program, Expected expected) =>
        new(name, prepare, environment => environment.UpAsync(program, new RunOptions { PreviewOnly = true }), expected, program)
        {
            // The catalogue is read as a create reads it.
            Rows = row => !row.Path.Contains("/cloud", StringComparison.Ordinal) || row.Path.StartsWith("/cloud", StringComparison.Ordinal),
        };
}
