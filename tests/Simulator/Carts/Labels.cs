namespace PulumiOvhOrder.Simulator.Carts;

/// <summary>The configuration labels of a cloud item.</summary>
internal static class Labels
{
    public const string Description = "description";
    public const string Voucher = "voucher";
    public const string Vrack = "vrack";
    public const string Infrastructure = "infrastructure";
}
