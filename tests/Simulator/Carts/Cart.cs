using PulumiOvhOrder.Simulator.Catalogue;

namespace PulumiOvhOrder.Simulator.Carts;

internal sealed class Cart
{
    public required string Id { get; init; }

    public required Subsidiary Subsidiary { get; init; }

    public required string Description { get; set; }

    /// <summary>On the server's clock.</summary>
    public required DateTimeOffset Expire { get; set; }

    /// <summary>How far the server's clock was ahead when that was set.</summary>
    public TimeSpan Skew { get; set; }

    public bool IsAssigned { get; set; }

    public bool IsCheckedOut { get; set; }

    public bool IsDeleted { get; set; }

    public List<CartItem> Items { get; } = [];

    public List<string> Coupons { get; } = [];

    public IEnumerable<string> Vouchers => Items
        .SelectMany(item => item.Configuration)
        .Where(entry => entry.Label == Labels.Voucher)
        .Select(entry => entry.Value)
        .Concat(Coupons);

    public TimeSpan LifeLeft(DateTimeOffset now) => Expire - Skew - now;

    public bool IsAlive(DateTimeOffset now) => !IsDeleted && LifeLeft(now) > TimeSpan.Zero;

    public bool IsOpen(DateTimeOffset now) => IsAlive(now) && IsAssigned && !IsCheckedOut;

    public bool IsStray(DateTimeOffset now) => IsAlive(now) && !IsAssigned;
}
