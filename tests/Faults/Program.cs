using System.Globalization;
using PulumiOvhOrder.Faults;
using PulumiOvhOrder.Faults.Cases;
using PulumiOvhOrder.Faults.Mutations;
using PulumiOvhOrder.Faults.Soaking;

string? Option(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
int Number(string name, int otherwise) => int.Parse(Option(name) ?? $"{otherwise}", CultureInfo.InvariantCulture);

var plugin = Option("--plugin") ?? Path.Combine(AppContext.BaseDirectory, "pulumi-resource-ovh-order");
if (args is ["soak", ..])
{
    var soak = new Soak(TextWriter.Synchronized(Console.Out), plugin, Number("--parallel", 3));
    return await soak.RunAsync(Number("--seed", Environment.TickCount), TimeSpan.FromSeconds(Number("--seconds", 120))) == 0 ? 0 : 1;
}

if (args is ["mutations", ..])
{
    var (chapter, answer, change) = (Option("--chapter"), Option("--answer"), Option("--change"));
    var mutations = new MutationRun(TextWriter.Synchronized(Console.Out), Number("--parallel", 8));
    return await mutations.RunAsync(
        cell => (chapter is null || cell.Scenario.Name == chapter)
            && (answer is null || cell.Row!.ToString().Contains(answer, StringComparison.Ordinal))
            && (change is null || cell.Column!.Name == change),
        Number("--seed", Environment.TickCount),
        Option("--sample") is null ? null : Number("--sample", 0)) == 0 ? 0 : 1;
}

var (only, call, kind, every) = (Option("--scenario"), Option("--call"), Option("--fault"), Number("--every", 1));

// Some cells wait for a process and do nothing: so many keep two cores busy.
var matrix = new Matrix(Console.Out, plugin, Number("--parallel", 32));
return await matrix.RunAsync(
    Scenarios.All.Where(s => only is null || s.Name == only),
    cell => (call is null || cell.Row!.ToString().Contains(call, StringComparison.Ordinal)) && (kind is null || cell.Column!.Name == kind)
        && $"{cell.Scenario.Name} {cell.Row} {cell.Column!.Name}".Sum(c => c) % every == 0) == 0 ? 0 : 1;
