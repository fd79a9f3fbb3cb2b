using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Holds the wanted labels against what the item says it takes. The API accepts any label and value and refuses only at checkout; its
/// "required" is unreliable both ways, so only its allowed values are taken at their word.
/// </summary>
internal static class RequiredConfiguration
{
    public static void Check(OrderRequest request, IReadOnlyList<ConfigurationRequirement> requirements)
    {
        foreach (var requirement in requirements.Where(r => r.AllowedValues.Count > 0))
        {
            var value = request.ItemConfiguration.GetValueOrDefault(requirement.Label);
            if (value is null ? requirement.Required : !requirement.AllowedValues.Contains(value))
            {
                throw new OrderException(new OrderFailure.ConfigurationNotAllowed(requirement.Label, value, [.. requirement.AllowedValues]));
            }
        }
    }
}
