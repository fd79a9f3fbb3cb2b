using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Holds the wanted labels against what the item says it takes. The API accepts any label and value and refuses only at checkout; its
/// "required" is unreliable both ways, so only its allowed values are taken at their word.
/// </summary>
internal static class RequiredConfiguration
{
    /// <param name="option">The index of the option whose item it is; null for the project's.</param>
    public static void Check(IReadOnlyDictionary<string, string> configuration, IReadOnlyList<ConfigurationRequirement> requirements,
        int? option)
    {
        foreach (var requirement in requirements.Where(r => r.AllowedValues.Count > 0))
        {
            var value = configuration.GetValueOrDefault(requirement.Label);
            if (value is null ? requirement.Required : !requirement.AllowedValues.Contains(value))
            {
                throw new OrderException(
                    new OrderFailure.ConfigurationNotAllowed(requirement.Label, value, [.. requirement.AllowedValues], option));
            }
        }
    }
}
