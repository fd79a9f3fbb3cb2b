using System.Text.RegularExpressions;
using PulumiOvhOrder.Faults.Environments;
using PulumiOvhOrder.LocalEngine;
using PulumiOvhOrder.LocalEngine.Display;
using PulumiOvhOrder.Rpc.Messages;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>What holds after every run, whatever went wrong in it.</summary>
internal static partial class Laws
{
    private const string Cancelled = "cancelled";
    private const int MaxText = 5000;

    /// <param name="isDead">The provider or its engine died: the state says nothing of that run, and the words are the engine's.</param>
    /// <returns>What is broken; null when nothing is.</returns>
    public static string? Broken(TestEnvironment environment, Scenario scenario, RunResult result, bool isDead)
    {
        var summary = environment.Simulator.Summary();
        return summary.Orders > scenario.Expected.Orders ? "ordered twice"
            : summary.Payments > scenario.Expected.Payments ? "paid twice"
            : isDead ? null
            : result.Diagnostics.Any(d => InternalWords().IsMatch(d.Message)) ? "internal error"
            : result.Diagnostics.Any(d => d.Message.Length > MaxText) ? "endless text"
            : result.Succeeded ? null
            : !result.Diagnostics.Any(IsReason) ? "no reason"
            : Forgotten(environment, result) is { } id ? $"{id} is told and not in the state"
            : null;
    }

    private static bool IsReason(Diagnostic diagnostic) => diagnostic is { Severity: LogSeverity.Error, Message.Length: > 0 };

    /// <summary>A cart or an order that an error speaks of, while the state does not have the resource that it belongs to.</summary>
    private static string? Forgotten(TestEnvironment environment, RunResult result)
    {
        if (environment.State.Load().Resources.Any(r => r.Urn == Scenarios.Urn && !string.IsNullOrEmpty(r.Id)))
        {
            return null;
        }

        var told =
            string.Join('\n', result.Diagnostics.Where(IsReason).Select(d => d.Message).Where(m => !FaultCase.AskingWords().IsMatch(m)));
        return environment.Simulator.OpenCarts().Select(cart => (Name: "a cart", Id: cart))
            .Concat(environment.Simulator.Orders().Where(o => o.Status != Cancelled).Select(o => (Name: "an order", Id: $"{o.OrderId}")))
            .FirstOrDefault(t => Regex.IsMatch(told, $@"\b{Regex.Escape(t.Id)}\b")).Name;
    }

    /// <summary>How the provider speaks of a fault of its own, and how a text looks that is made for programmers.</summary>
    [GeneratedRegex(@"this is a bug in pulumi-resource|\b[A-Z][a-z]+\w*Exception\b|\bSystem\.[A-Z]|^   at |Simulator::Failed",
        RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex InternalWords();
}
