namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>What a running program asks of the engine.</summary>
internal interface IProgramHost
{
    bool Preview { get; }

    Task<ResourceState> RegisterAsync(ResourceRegistration registration);

    /// <param name="provider">The provider that the program names; null for the default one.</param>
    Task<PropertyValue> InvokeAsync(string token, Map arguments, ResourceState? provider);
}

/// <param name="Goal">What the program says of the resource: its inputs, what they come from, and its options.</param>
/// <param name="ReadId">Set for a resource that is only read; then the inputs are what the program says about its state.</param>
internal sealed record ResourceRegistration(
    ResourceDeclaration Declaration, ResourceState Goal, ResourceState? Provider, PropertyValue? ReadId);
