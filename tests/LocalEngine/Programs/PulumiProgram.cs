namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>A Pulumi YAML program, each part in the order of its names.</summary>
internal sealed record PulumiProgram(
    string Name, ImmutableArray<ConfigDeclaration> Config, Map Variables, ImmutableArray<ResourceDeclaration> Resources, Map Outputs)
{
    /// <summary>The order in which the parts can be started: what others refer to comes first, otherwise by name.</summary>
    /// <exception cref="ProgramException">A name does not exist, or depends on itself.</exception>
    public ImmutableArray<string> Order()
    {
        var needed = Config.Select(c => KeyValuePair.Create(c.Name, ImmutableArray<string>.Empty))
            .Concat(Variables.Items.Select(v => KeyValuePair.Create(v.Key, Expressions.References(v.Value).ToImmutableArray())))
            .Concat(Resources.Select(r => KeyValuePair.Create(r.Name, r.References)))
            .ToDictionary(StringComparer.Ordinal);
        var order = ImmutableArray.CreateBuilder<string>();
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in needed.Keys.Concat(Expressions.References(Outputs)))
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

            if (!needed.TryGetValue(name, out var others))
            {
                throw new ProgramException($"resource or variable named \"{name}\" could not be found");
            }

            if (!entered.Add(name))
            {
                throw new ProgramException($"\"{name}\" depends on itself");
            }

            foreach (var other in others)
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

    /// <summary>Whether the value is of the declared type.</summary>
    public bool Fits(PropertyValue value) => (Type, value) switch
    {
        ("string", PropertyValue.Text) or ("boolean", PropertyValue.Bool) => true,
        ("integer", PropertyValue.Number number) => number.Value == Math.Floor(number.Value),
        _ => false,
    };
}

/// <param name="Options">A resource with nothing but its type and the options that the state keeps.</param>
internal sealed record ResourceDeclaration(string Name, ResourceState Options)
{
    public required Map Properties { get; init; }

    /// <summary>Set for a resource that is only read: its id, and what the program already says about its state.</summary>
    public Map? Get { get; init; }

    public ImmutableArray<string> DependsOn { get; init; } = [];

    public string? Provider { get; init; }

    /// <summary>Former names.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    public bool? DeleteBeforeReplace { get; init; }

    /// <summary>What must be known first.</summary>
    public ImmutableArray<string> References { get; init; } = [];
}

/// <summary>The program, its configuration or the command line is wrong.</summary>
internal sealed class ProgramException(string message) : Exception(message);
