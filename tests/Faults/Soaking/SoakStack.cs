using System.Collections.Immutable;
using System.Globalization;

namespace PulumiOvhOrder.Faults.Soaking;

/// <summary>The resources of a stack, and what they must have led to.</summary>
internal sealed record SoakStack(ImmutableArray<SoakResource> Resources)
{
    /// <summary>Ever placed.</summary>
    public int Orders => Resources.Sum(r => r.Orders);

    public int Projects => Resources.Count(r => r.IsOrdered);

    public int OpenCarts => Resources.Count(r => !r.IsOrdered);

    public string Program => "name: website\nruntime: yaml\nresources:\n" + string.Concat(Resources.Select(r => r.ToYaml()));

    public static SoakStack Draw(Random random) =>
        new([.. Enumerable.Range(0, random.Next(2, 13)).Select(i => SoakResource.Draw($"project-{i}", random))]);

    public SoakStack Changed(Random random) => new([.. Resources.Select(r => r.Changed(random))]);
}

/// <param name="IsOrdered">Else it is a pending cart.</param>
/// <param name="Generation">What it is configured with; ordered again with each change.</param>
/// <param name="Orders">Placed for it, ever.</param>
internal sealed record SoakResource(string Name, string Description, bool IsOrdered, bool HasOption, int Generation, int Orders)
{
    private static readonly string[] Infrastructures = ["production", "development"];

    public static SoakResource Draw(string name, Random random)
    {
        var isOrdered = random.Next(4) > 0;
        return new SoakResource(name, name, isOrdered, HasOption: random.Next(3) == 0, Generation: 0, Orders: isOrdered ? 1 : 0);
    }

    /// <summary>Left as it is, renamed, ordered at last, or configured otherwise, which orders again what was ordered.</summary>
    public SoakResource Changed(Random random) => random.Next(4) switch
    {
        0 => this with { Description = Description + " renamed" },
        1 => this with { IsOrdered = true, Orders = IsOrdered ? Orders : 1 },
        2 => this with { Generation = Generation + 1, Orders = IsOrdered ? Orders + 1 : 0 },
        _ => this,
    };

    public string ToYaml() => string.Create(CultureInfo.InvariantCulture, $$"""
          {{Name}}:
            type: ovh-order:CloudProject
            properties:
              description: {{Description}}
              checkout: {{(IsOrdered ? "true" : "false")}}
              configuration: {infrastructure: {{Infrastructures[Generation % 2]}}}
              planCode: {{(HasOption ? "project.legacy" : "project.2018")}}
              options: {{(HasOption ? "[{planCode: credit}]" : "[]")}}

        """);
}
