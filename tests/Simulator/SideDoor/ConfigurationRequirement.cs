namespace PulumiOvhOrder.Simulator.SideDoor;

public sealed record ConfigurationRequirement
{
    public required string Label { get; init; }

    public string Type { get; init; } = "String";

    public bool Required { get; init; }

    public IReadOnlyList<string> Fields { get; init; } = [];

    public IReadOnlyList<string> AllowedValues { get; init; } = [];
}
