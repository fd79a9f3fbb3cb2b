using PulumiOvhOrder.Simulator.Catalogue;

namespace PulumiOvhOrder.Simulator.Carts;

internal sealed class Cart
{
    public required string Id { get; init; }

    public required Subsidiary Subsidiary { get; init; }

    public required string Description { get; set; }

    public required DateTimeOffset Expire { get; set; }

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

    public bool IsAlive(DateTimeOffset now) => !IsDeleted && now < Expire;

    public bool IsOpen(DateTimeOffset now) => IsAlive(now) && IsAssigned && !IsCheckedOut;

    public bool IsStray(DateTimeOffset now) => IsAlive(now) && !IsAssigned;
}
