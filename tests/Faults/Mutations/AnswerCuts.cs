using System.Globalization;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Mutations;

/// <summary>
/// One answer that ends too early, at each of its bytes: in turns the connection breaks there, or the body is said to end there.
/// </summary>
internal static class AnswerCuts
{
    public static IEnumerable<FaultColumn> Of(ReadOnlyMemory<byte> answer) => Enumerable.Range(0, answer.Length)
        .Select(bytes => bytes % 2 == 0 ? Cut("broken off", FaultKind.Truncate, bytes) : Cut("shortened", FaultKind.Shorten, bytes));

    private static FaultColumn Cut(string name, FaultKind kind, int bytes) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{name} after {bytes} bytes"), Fault.Of(kind) with { Bytes = bytes });
}
