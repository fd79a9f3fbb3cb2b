using System.Collections.Immutable;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>What a running program asks of the engine.</summary>
internal interface IProgramHost
{
    bool Preview { get; }

    Task<RegisteredResource> RegisterAsync(ResourceRegistration registration);

    /// <param name="provider">The provider that the program names; null for the default one.</param>
    Task<PropertyValue> InvokeAsync(string token, PropertyValue.Map arguments, RegisteredResource? provider);
}

/// <param name="Inputs">The properties; for a resource that is only read, what the program says about its state.</param>
/// <param name="PropertyDependencies">For each input the URNs of the resources that it comes from.</param>
/// <param name="ReadId">Set for a resource that is only read.</param>
internal sealed record ResourceRegistration(
    ResourceDeclaration Declaration,
    PropertyValue.Map Inputs,
    ImmutableSortedSet<string> Dependencies,
    ImmutableSortedDictionary<string, ImmutableSortedSet<string>> PropertyDependencies,
    RegisteredResource? Provider,
    PropertyValue? ReadId);

internal sealed record RegisteredResource(string Urn, PropertyValue Id, PropertyValue.Map Outputs);
