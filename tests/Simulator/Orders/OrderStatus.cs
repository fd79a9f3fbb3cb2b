namespace PulumiOvhOrder.Simulator.Orders;

/// <summary>The API's words.</summary>
internal static class OrderStatus
{
    public const string NotPaid = "notPaid";
    public const string Checking = "checking";
    public const string Delivering = "delivering";
    public const string Delivered = "delivered";
    public const string Cancelled = "cancelled";
    public const string Cancelling = "cancelling";
    public const string DocumentsRequested = "documentsRequested";
    public const string Unknown = "unknown";

    public static readonly IReadOnlySet<string> All = new HashSet<string>
    {
        NotPaid, Checking, Delivering, Delivered, Cancelled, Cancelling, DocumentsRequested, Unknown,
    };
}
