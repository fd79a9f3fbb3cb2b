using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Faults.Cases;

/// <summary>One call of a run without faults: the nth of its kind.</summary>
/// <param name="Path">With <c>*</c> for every id.</param>
/// <param name="Nth">Among the calls of this method and path, from 1.</param>
internal sealed record CallRow(string Method, string Path, int Nth)
{
    public bool IsRead => Method == "GET";

    public override string ToString() => Nth == 1 ? $"{Method} {Path}" : $"{Method} {Path} ({Nth})";

    public bool IsOfKind(CallRecord call) => call.Method == Method && PathOf(call) == Path;

    /// <summary>In the order of their arrival.</summary>
    public static IReadOnlyList<CallRow> Of(IEnumerable<CallRecord> calls)
    {
        var seen = new Dictionary<(string, string), int>();
        var rows = new List<CallRow>();
        foreach (var call in calls)
        {
            var kind = (call.Method, PathOf(call));
            seen[kind] = seen.GetValueOrDefault(kind) + 1;
            rows.Add(new CallRow(call.Method, kind.Item2, seen[kind]));
        }

        return rows;
    }

    /// <summary>With <c>*</c> for every id.</summary>
    public static string PathOf(CallRecord call) =>
        string.Join('/', call.Path.Split('/').Select(s => s.Length > 0 && (char.IsAsciiDigit(s[0]) || s.Length >= 32) ? "*" : s));
}
