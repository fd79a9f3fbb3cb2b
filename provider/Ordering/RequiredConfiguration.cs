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
            var input = requirement.Label is Labels.Description or Labels.Voucher ? requirement.Label : $"configuration.{requirement.Label}";
            var allowed = string.Join(", ", requirement.AllowedValues.Select(v => $"\"{v}\""));
            if (request.ItemConfiguration.TryGetValue(requirement.Label, out var value))
            {
                if (!requirement.AllowedValues.Contains(value))
                {
                    throw new OrderException($"is not among the values that OVHcloud takes for the label \"{requirement.Label}\": {allowed}", input);
                }
            }
            else if (requirement.Required)
            {
                throw new OrderException($"is required for this plan and was not given; it takes one of {allowed}", input);
            }
        }
    }
}
