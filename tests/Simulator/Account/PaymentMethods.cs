using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Account;

internal static class PaymentMethods
{
    public const string Sepa = "SEPA_DIRECT_DEBIT";

    private const long UsualId = 1001;

    public static IReadOnlyList<PaymentMethod> Of(World world) => world.Settings.PaymentMethods
        ?? (world.Settings.DefaultPaymentMethod
            ? [new PaymentMethod { Id = UsualId, Type = Sepa, Status = world.Settings.PaymentMethodStatus, Default = true }]
            : []);

    public static PaymentMethod? DefaultOf(World world) => Of(world).FirstOrDefault(method => method.Default);

    /// <summary>Eligibility names the types in camel case.</summary>
    public static bool CanPay(World world, PaymentMethod method) => method.Status == "VALID"
        && (world.Settings.PaymentMethodsAuthorized?.Any(type =>
            type.Equals(method.Type.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)) ?? true);
}
