using System.Text.RegularExpressions;
using PulumiOvhOrder.Simulator.Account;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Carts;

/// <summary>What configuration accepted blindly is refused here, by the dry run as by the order itself.</summary>
internal static partial class CheckoutJudge
{
    private const int LongestDescription = 255;

    public static void Judge(ApiCall call, Cart cart)
    {
        if (!cart.IsAssigned)
        {
            throw ApiException.BadRequest("This cart hasn't been assigned yet");
        }

        if (cart.IsCheckedOut)
        {
            throw CartRoutes.CheckedOut(cart);
        }

        if (cart.Items.Count == 0)
        {
            throw ApiException.BadRequest($"Cart {cart.Id} is empty");
        }

        if (!call.Settings.Eligible)
        {
            throw ApiException.BadRequest("Found eligibility issues: challengePaymentMethod");
        }

        var problems = cart.Items.SelectMany(item => ProblemsOf(call, item)).ToList();
        problems.AddRange(cart.Coupons
            .Where(coupon => !Vouchers.IsUsable(call, coupon))
            .Select(coupon => $"Coupon {coupon} is not valid any more"));
        if (problems.Count > 0)
        {
            throw ApiException.BadRequest(string.Join('\n', problems));
        }
    }

    private static IEnumerable<string> ProblemsOf(ApiCall call, CartItem item)
    {
        var requirements = ConfigurationRoutes.RequirementsOf(call.Settings, item);
        var given = item.Configuration.GroupBy(entry => entry.Label).ToDictionary(group => group.Key, group => group.ToList());
        foreach (var (label, entries) in given)
        {
            if (requirements.FirstOrDefault(requirement => requirement.Label == label) is not { } requirement)
            {
                yield return $"in customFields there must be a field with name '{label}'";
            }
            else if (entries.Count > 1)
            {
                yield return $"Custom field {label} is duplicated for product {item.Plan.Code}";
            }
            else if (ProblemOf(call, requirement, entries[0].Value) is { } problem)
            {
                yield return problem;
            }
        }

        foreach (var missing in requirements.Where(requirement => requirement.Required && !given.ContainsKey(requirement.Label)))
        {
            yield return $"Custom field {missing.Label} is mandatory for product {item.Plan.Code}";
        }
    }

    private static string? ProblemOf(ApiCall call, ConfigurationRequirement requirement, string value)
    {
        var acceptable = (requirement.AllowedValues.Count == 0 || requirement.AllowedValues.Contains(value)) && requirement.Label switch
        {
            Labels.Description => value.Length <= LongestDescription,
            Labels.Voucher => Vouchers.IsUsable(call, value),
            Labels.Vrack => VrackName().IsMatch(value),
            _ => true,
        };
        return acceptable ? null : $"Custom field {requirement.Label} has an invalid value";
    }

    [GeneratedRegex("^pn-[0-9]+$")]
    private static partial Regex VrackName();
}
