namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>What a running program asks of the engine.</summary>
internal interface IProgramHost
{
    bool Preview { get; }

    Task<ResourceState> RegisterAsync(ResourceRegistration registration);

    /// <param name="provider">The provider that the program names; null for the default one.</param>
    Task<PropertyValue> InvokeAsync(string token, Map arguments, ResourceState? provider);
}

/// <param name="Inputs">The properties; for a resource that is only read, what the program says about its state.</param>
/// <param name="PropertyDependencies">For each input the URNs of the resources that it comes from.</param>
/// <param name="ReadId">Set for a resource that is only read.</param>
internal sealed record ResourceRegistration(
    ResourceDeclaration Declaration,
    Map Inputs,
    ImmutableSortedSet<string> Dependencies,
    ImmutableSortedDictionary<string, ImmutableSortedSet<string>> PropertyDependencies,
    ResourceState? Provider,
    PropertyValue? ReadId);
