using PulumiOvhOrder.Simulator.Carts;

namespace PulumiOvhOrder.Simulator.Orders;

internal sealed class Order
{
    private const long FirstId = 100001;
    private const int PasswordLength = 10;

    public required long OrderId { get; init; }

    public required string CartId { get; init; }

    /// <summary>As the server's clock showed it.</summary>
    public required DateTimeOffset Date { get; init; }

    /// <summary>How far that clock was ahead.</summary>
    public required TimeSpan Skew { get; init; }

    public required DateTimeOffset ExpirationDate { get; init; }

    public required string Password { get; init; }

    public required Quote Quote { get; init; }

    public required IReadOnlyList<OrderDetail> Details { get; init; }

    /// <summary>Used up, unless the order is cancelled.</summary>
    public required IReadOnlyList<string> Vouchers { get; init; }

    public required bool AutoPay { get; init; }

    public required bool WaiveRetractationPeriod { get; set; }

    public DateTimeOffset? PaidAt { get; set; }

    public string? PaidBy { get; set; }

    public int Payments { get; set; }

    /// <summary>When the project will be there, if nothing forces the status; known once the order is paid.</summary>
    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>What each item that is not an option became, by the item's id; empty until delivered.</summary>
    public Dictionary<long, string> ProjectIds { get; } = [];

    public string? ProjectId => ProjectIds.Values.FirstOrDefault();

    public string? ForcedStatus { get; set; }

    /// <summary>The label with which followUp ends, whatever the status is.</summary>
    public string? ForcedFollowUp { get; set; }

    public string Url => DisplayUrl("display-order.cgi");

    public string PdfUrl => DisplayUrl("order-pdf.cgi");

    public string PlanCode => Details[0].Line.Item.Plan.Code;

    public IReadOnlyList<ConfigurationEntry> Configuration => Details[0].Line.Item.Configuration;

    public static Order Of(World world, Cart cart, Quote quote, bool autoPay, bool waive) => new()
    {
        OrderId = world.NextId("order", FirstId),
        CartId = cart.Id,
        Date = WholeSecond(world.Now + world.Skew),
        Skew = world.Skew,
        ExpirationDate = world.Now.AddMilliseconds(world.Settings.OrderExpiryMs),
        Password = Guid.NewGuid().ToString("N")[..PasswordLength],
        Quote = quote,
        Details = [.. quote.Lines.Select(line => new OrderDetail(world.NextId("orderDetail", 200001), line))],
        Vouchers = [.. cart.Vouchers],
        AutoPay = autoPay,
        WaiveRetractationPeriod = waive,
    };

    public string StatusAt(DateTimeOffset now)
    {
        if (ForcedStatus is not null)
        {
            return ForcedStatus;
        }

        if (DeliveredAt is not null)
        {
            return OrderStatus.Delivered;
        }

        if (PaidAt is null || DueAt is null)
        {
            return now < ExpirationDate ? OrderStatus.NotPaid : OrderStatus.Cancelled;
        }

        // The first third is the fraud check, the rest the making of the project.
        return now < PaidAt + ((DueAt - PaidAt) / 3) ? OrderStatus.Checking : OrderStatus.Delivering;
    }

    // The API knows no fractions, and clients search with the dates they were given.
    private static DateTimeOffset WholeSecond(DateTimeOffset date) => date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond));

    private string DisplayUrl(string script) =>
        $"https://www.ovh.com/cgi-bin/order/{script}?orderId={OrderId}&orderPassword={Password}";
}

internal sealed record OrderDetail(long Id, QuoteLine Line);
