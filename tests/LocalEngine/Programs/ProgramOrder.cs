using System.Collections.Immutable;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>The order in which the parts of a program can be started: what others refer to comes first, otherwise as written.</summary>
internal static class ProgramOrder
{
    /// <summary>Names that every program knows.</summary>
    public const string BuiltIn = "pulumi";

    public static ImmutableArray<string> Of(PulumiProgram program)
    {
        var references = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
        foreach (var config in program.Config)
        {
            references[config.Name] = [];
        }

        foreach (var variable in program.Variables)
        {
            references[variable.Name] = variable.Value.References;
        }

        foreach (var resource in program.Resources)
        {
            references[resource.Name] = resource.Properties.SelectMany(p => p.Value.References)
                .Concat(resource.Options.DependsOn.SelectMany(d => d.References))
                .Concat(resource.Options.Provider?.References ?? [])
                .Concat(resource.Get?.Id.References ?? [])
                .Concat(resource.Get?.State.SelectMany(s => s.Value.References) ?? []);
        }

        var order = ImmutableArray.CreateBuilder<string>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in references.Keys)
        {
            Visit(name);
        }

        foreach (var name in program.Outputs.SelectMany(o => o.Value.References).Where(n => n != BuiltIn && !references.ContainsKey(n)))
        {
            throw new ProgramException($"resource or variable named \"{name}\" could not be found");
        }

        return order.ToImmutable();

        void Visit(string name)
        {
            if (name == BuiltIn || order.Contains(name))
            {
                return;
            }

            if (!references.TryGetValue(name, out var needed))
            {
                throw new ProgramException($"resource or variable named \"{name}\" could not be found");
            }

            if (!entered.Add(name))
            {
                throw new ProgramException($"\"{name}\" depends on itself");
            }

            foreach (var other in needed)
            {
                Visit(other);
            }

            order.Add(name);
        }
    }
}
