using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A Pulumi YAML program, in the order in which it is written.</summary>
internal sealed record PulumiProgram(
    string Name,
    ImmutableArray<ConfigDeclaration> Config,
    ImmutableArray<KeyValuePair<string, YamlNode>> Variables,
    ImmutableArray<ResourceDeclaration> Resources,
    ImmutableArray<KeyValuePair<string, YamlNode>> Outputs)
{
    /// <summary>The order in which the parts can be started: what others refer to comes first, otherwise as written.</summary>
    /// <exception cref="ProgramException">A name does not exist, or depends on itself.</exception>
    public ImmutableArray<string> Order()
    {
        var nodes = Config.Select(c => (c.Name, Node: (YamlNode?)null))
            .Concat(Variables.Select(v => (Name: v.Key, Node: (YamlNode?)v.Value)))
            .Concat(Resources.Select(r => (r.Name, Node: (YamlNode?)r.Node)))
            .ToDictionary(n => n.Name, n => n.Node, StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<string>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in nodes.Keys.Concat(Outputs.SelectMany(o => Expressions.References(o.Value))))
        {
            Visit(name);
        }

        return order.ToImmutable();

        void Visit(string name)
        {
            if (order.Contains(name))
            {
                return;
            }

            if (!nodes.TryGetValue(name, out var node))
            {
                throw new ProgramException($"resource or variable named \"{name}\" could not be found");
            }

            if (!entered.Add(name))
            {
                throw new ProgramException($"\"{name}\" depends on itself");
            }

            foreach (var other in Expressions.References(node))
            {
                Visit(other);
            }

            order.Add(name);
        }
    }
}

internal sealed record ConfigDeclaration(string Name, string? Type, bool Secret, PropertyValue? Default)
{
    /// <summary>The types that the CLI knows, as they are spelled; a program that declares another cannot make a stack.</summary>
    private static readonly string[] Types = ["string", "boolean", "integer", "array", "object"];

    /// <exception cref="ProgramException">The CLI would refuse it before it runs the program.</exception>
    public void Validate(bool hasItems)
    {
        var problem = Type is null ? null
            : !Types.Contains(Type) ? $"has the type '{Type}', which is not one of {string.Join(", ", Types)}"
            : Type == "array" && !hasItems ? "is an array without 'items'"
            : Default is not null && !Fits(Default) ? $"has a default that is no {Type}"
            : null;
        if (problem is not null)
        {
            throw new ProgramException($"config key '{Name}' in Pulumi.yaml {problem}");
        }
    }

    private bool Fits(PropertyValue value) => (Type, value) switch
    {
        ("string", PropertyValue.Text) or ("boolean", PropertyValue.Bool) => true,
        ("integer", PropertyValue.Number number) => number.Value == Math.Floor(number.Value),
        _ => false,
    };
}

/// <param name="Options">Those that the state keeps.</param>
internal sealed record ResourceDeclaration(string Name, string Type, YamlMappingNode Node, ResourceOptions Options)
{
    public YamlMappingNode? Properties => Yaml.Map(Node, "properties");

    /// <summary>Set for a resource that is only read: its id, and what the program already says about its state.</summary>
    public YamlMappingNode? Get => Yaml.Map(Node, "get");

    public bool IsProvider => Type.StartsWith(ResourceTypes.ProviderPrefix, StringComparison.Ordinal);

    public IEnumerable<string> DependsOn => Yaml.List(Others, "dependsOn").SelectMany(Expressions.References);

    public string? Provider => Expressions.References(Yaml.Child(Others, "provider")).FirstOrDefault();

    /// <summary>Former names.</summary>
    public IEnumerable<string> Aliases =>
        Yaml.List(Others, "aliases").Select(a => a is YamlMappingNode map ? Yaml.RequiredText(map, "name") : Yaml.Text(a));

    public bool? DeleteBeforeReplace => Yaml.Flag(Others, "deleteBeforeReplace");

    private YamlMappingNode Others => Yaml.Map(Node, "options") ?? [];
}
