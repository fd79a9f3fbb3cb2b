using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>The table: one line per figure, printed as soon as it is known.</summary>
internal sealed class Figures
{
    private readonly List<string> _lines = [];

    /// <summary>What the figures depend on beside the code.</summary>
    public string Head { get; } =
        $"pulumi-resource-ovh-order {Composition.Version}; {Environment.ProcessorCount} cores ({Processor()}), "
        + $"{RuntimeInformation.OSDescription}, {RuntimeInformation.FrameworkDescription}; load average before the run {LoadAverage()}";

    public void Title(string title)
    {
        Console.WriteLine($"\n{title}");
        _lines.Add($"| **{title}** | | | |");
    }

    public void Add(string name, string unit, IReadOnlyCollection<double> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        var ordered = values.Order().ToList();
        var spread = ordered.Count == 1 ? "" : $"{Text(ordered[0])} – {Text(ordered[^1])}";
        Line(name, $"{Text(Percentile(ordered, 0.5))} {unit}".TrimEnd(), spread, ordered.Count);
    }

    /// <summary>What is no number.</summary>
    public void Say(string name, string text)
    {
        Console.WriteLine($"  {name,-10} {text}");
        _lines.Add($"| {name} | {text} | | |");
    }

    public void Add(string name, string unit, double value) => Add(name, unit, [value]);

    /// <summary>For latencies, where the tail matters.</summary>
    public void AddTail(string name, string unit, IReadOnlyCollection<double> values)
    {
        var ordered = values.Order().ToList();
        Line(
            name + ", p50 / p99",
            $"{Text(Percentile(ordered, 0.5))} / {Text(Percentile(ordered, 0.99))} {unit}",
            $"{Text(ordered[0])} – {Text(ordered[^1])}",
            ordered.Count);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(Head).Append("\n\n| figure | median | min – max | n |\n|---|---|---|---|\n");
        _lines.ForEach(line => text.Append(line).Append('\n'));
        return text.ToString();
    }

    private void Line(string name, string median, string spread, int count)
    {
        Console.WriteLine($"  {name,-66} {median,16}   {spread}{(count == 1 ? "" : $" ({count})")}");
        _lines.Add($"| {name} | {median} | {spread} | {count} |");
    }

    private static double Percentile(List<double> ordered, double part)
    {
        var place = part * (ordered.Count - 1);
        var below = ordered[(int)place];
        var above = ordered[(int)Math.Ceiling(place)];
        return below + ((above - below) * (place - (int)place));
    }

    private static string Text(double value) =>
        value.ToString(Math.Abs(value) switch { 0 => "0", < 10 => "0.##", < 100 => "0.#", _ => "0" }, CultureInfo.InvariantCulture);

    private static string Processor()
    {
        const string name = "model name";
        try
        {
            return File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal))?.Split(':')[^1].Trim()
                ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
        catch (IOException)
        {
            return RuntimeInformation.ProcessArchitecture.ToString();
        }
    }

    private static string LoadAverage()
    {
        try
        {
            return File.ReadAllText("/proc/loadavg").Split(' ')[0];
        }
        catch (IOException)
        {
            return "unknown";
        }
    }
}
