using Google.Protobuf.WellKnownTypes;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Rpc.Messages;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>A resource as the engine would have it: what the program says, and what the plugin answered.</summary>
internal sealed record Project(string Name)
{
    public string Urn => $"urn:pulumi:dev::bench::{CloudProjectDefinition.Token}::{Name}";

    public string Description { get; init; } = "benchmark";

    public string Id { get; init; } = "";

    public Struct State { get; init; } = new();

    public CheckRequest ToCheck() => new() { Urn = Urn, Name = Name, Type = CloudProjectDefinition.Token, News = Inputs(Description) };

    /// <summary>Nothing has changed, which is what most of the engine's Diffs find.</summary>
    public DiffRequest ToDiff() => new()
    {
        Id = Id,
        Urn = Urn,
        Name = Name,
        Type = CloudProjectDefinition.Token,
        Olds = State,
        OldInputs = Inputs(Description),
        News = Inputs(Description),
    };

    public CreateRequest ToCreate(bool preview) =>
        new() { Urn = Urn, Name = Name, Type = CloudProjectDefinition.Token, Properties = Inputs(Description), Preview = preview };

    public ReadRequest ToRead() =>
        new() { Id = Id, Urn = Urn, Name = Name, Type = CloudProjectDefinition.Token, Properties = State, Inputs = Inputs(Description) };

    public UpdateRequest ToUpdate(string description) => new()
    {
        Id = Id,
        Urn = Urn,
        Name = Name,
        Type = CloudProjectDefinition.Token,
        Olds = State,
        OldInputs = Inputs(Description),
        News = Inputs(description),
    };

    public DeleteRequest ToDelete() =>
        new() { Id = Id, Urn = Urn, Name = Name, Type = CloudProjectDefinition.Token, Properties = State, OldInputs = Inputs(Description) };

    private static Struct Inputs(string description) =>
        PropertyValueCodec.Encode(PropertyValue.Map.Empty.With(CloudProjectDefinition.Description.Name, PropertyValue.Of(description)));
}
