namespace PulumiOvhOrder.Simulator.Account;

/// <summary>The account has one registered payment method, or none.</summary>
internal sealed record PaymentMethod(long Id, string Type, string Status)
{
    private const long OnlyId = 1001;

    public bool IsValid => Status == "VALID";

    public static PaymentMethod? DefaultOf(World world) =>
        world.Settings.DefaultPaymentMethod ? new PaymentMethod(OnlyId, "SEPA_DIRECT_DEBIT", world.Settings.PaymentMethodStatus) : null;
}
