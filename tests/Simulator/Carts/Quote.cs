using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Carts;

/// <summary>A cart's lines and totals at the prices of the moment.</summary>
internal sealed record Quote(string Currency, IReadOnlyList<QuoteLine> Lines, decimal Full, decimal WithoutTax, decimal WithTax)
{
    private const string FreeVoucher = "FREE";

    public static Quote Of(Cart cart, SimulatorSettings settings)
    {
        var percent = ReductionPercent(cart, settings);
        var lines = LinesOf(cart, settings, percent);
        var taxed = 1 + cart.Subsidiary.TaxRate;

        // The setting names the total with tax, and that must come out to the cent; otherwise tax is added to the lines.
        if (settings.PriceWithTax is { } price)
        {
            var withTax = Reduced(price, percent);
            return new Quote(cart.Subsidiary.Currency, lines, Cents(price / taxed), Cents(withTax / taxed), withTax);
        }

        var withoutTax = lines.Sum(line => line.Total);
        return new Quote(cart.Subsidiary.Currency, lines, lines.Sum(line => line.Full), withoutTax, Cents(withoutTax * taxed));
    }

    private static decimal ReductionPercent(Cart cart, SimulatorSettings settings)
    {
        var vouchers = cart.Vouchers.Where(settings.Vouchers.Contains).ToList();
        return vouchers.Contains(FreeVoucher) ? 100 : vouchers.Count > 0 ? settings.VoucherPercent : 0;
    }

    private static List<QuoteLine> LinesOf(Cart cart, SimulatorSettings settings, decimal percent)
    {
        var lines = new List<QuoteLine>();
        var top = 0;
        foreach (var item in cart.Items.Where(item => item.ParentId is null))
        {
            var place = $"*{++top:000}";
            lines.AddRange(item.IsProject ? ProjectLines(item, place, settings.DetailCount) : [OptionLine(item, place)]);
            var options = cart.Items.Where(option => option.ParentId == item.Id);
            lines.AddRange(options.Select((option, index) => OptionLine(option, $"{place}.{index + 1:000}")));
        }

        if (settings.PriceWithTax is { } price)
        {
            var payer = lines.FindIndex(line => line.DetailType == "DURATION");
            lines = [.. lines.Select((line, index) => line with
            {
                Full = index == payer ? Cents(price / (1 + cart.Subsidiary.TaxRate)) : 0,
            })];
        }

        return [.. lines.Select(line => line with { Total = Reduced(line.Full, percent) })];
    }

    /// <summary>One rented plan makes several lines; a real cloud project's order has three.</summary>
    private static IEnumerable<QuoteLine> ProjectLines(CartItem item, string place, int count)
    {
        var rental = $"{item.Plan.Name} rental for {(item.Duration == "P1Y" ? "1 year" : "1 month")}";
        if (count <= 1)
        {
            return [new QuoteLine(item, place, "DURATION", rental, item.Total)];
        }

        return
        [
            new QuoteLine(item, place, "INSTALLATION", $"{item.Plan.Name} activation", item.Installation),
            new QuoteLine(item, place, "DURATION", rental, item.Rental),
            .. Enumerable.Repeat(new QuoteLine(item, place, "DURATION", rental, 0), count - 2),
        ];
    }

    private static QuoteLine OptionLine(CartItem item, string place) => new(item, place, "DURATION", item.Plan.Name, item.Total);

    private static decimal Reduced(decimal price, decimal percent) => Cents(price * (100 - percent) / 100);

    private static decimal Cents(decimal amount) => Math.Round(amount, 2, MidpointRounding.AwayFromZero);
}

/// <param name="Item">What the line is for.</param>
/// <param name="Place">The placeholder that stands for the service until it is delivered.</param>
/// <param name="DetailType">One of the API's detail types.</param>
/// <param name="Description">For people.</param>
/// <param name="Full">Before reductions, without tax.</param>
internal sealed record QuoteLine(CartItem Item, string Place, string DetailType, string Description, decimal Full)
{
    public decimal Total { get; init; }

    public decimal Reduction => Full - Total;

    public decimal Unit => Math.Round(Total / Item.Quantity, 2, MidpointRounding.AwayFromZero);
}
