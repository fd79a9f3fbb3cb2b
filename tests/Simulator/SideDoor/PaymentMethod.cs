namespace PulumiOvhOrder.Simulator.SideDoor;

public sealed record PaymentMethod
{
    public required long Id { get; init; }

    /// <summary>SEPA_DIRECT_DEBIT, CREDIT_CARD, PAYPAL, ...</summary>
    public required string Type { get; init; }

    public string Status { get; init; } = "VALID";

    public bool Default { get; init; }
}
