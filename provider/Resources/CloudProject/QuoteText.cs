using PulumiOvhOrder.Ordering;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What a preview and an update say about money.</summary>
internal static class QuoteText
{
    /// <summary>The line of a preview that says what an order costs.</summary>
    public static string Line(OrderProgress quoted, OrderRequest request, CloudProjectInputs inputs)
    {
        var quote = quoted.Quote!;
        return $"{(inputs.Checkout ? "order" : "pending cart, not ordered")}: {quote.WithTax} with tax ({quote.WithoutTax} without) now{Reduction(quote)}"
            + $"{PerPeriod(quoted)}, plus what the project uses; {Contracts(quote)}{Ceiling(request, quote)}{Manual(inputs)}";
    }

    /// <summary>The lasting line of an update.</summary>
    public static string Result(OrderProgress progress, CloudProjectInputs inputs)
    {
        var price = progress.Quote is { } quote ? $" for {quote.WithTax}" : "";
        return progress switch
        {
            { ProjectId: { } project, Order: { } order } => $"order {order}{price} is delivered as project {project}",
            { ProjectId: { } project } => $"project {project} is up to date",
            { Order: { } order } when inputs.Payment == PaymentKind.Manual && progress.Status == Ovh.Models.OrderStatus.NotPaid =>
                $"order {order}{price} is accepted and waits to be paid: its URL is the secret output `orderUrl`",
            { Order: { } order } => $"order {order}{price} is accepted; it is not delivered yet (status: {progress.Status})",
            _ => $"cart {progress.Cart}{price} is pending and not ordered{(progress.CartExpirationDate is { } date ? $"; it expires on {date:yyyy-MM-dd HH:mm} UTC" : "")}",
        };
    }

    /// <summary>What a replacement does to the project that is there, in words that cannot be missed.</summary>
    public static string Replacement(OrderProgress old) => old switch
    {
        { ProjectId: { } project } => $"REPLACEMENT: a new project is ordered, and project {project} is then terminated WITH EVERYTHING IN IT. Set the input back, or `protect` the resource, if that is not what you want",
        { Order: { } order } => $"REPLACEMENT: a new project is ordered beside order {order}, which is not delivered yet and cannot be taken back once it is paid",
        _ => "REPLACEMENT: a new project is ordered",
    };

    private static string PerPeriod(OrderProgress quoted) => quoted.Choice is { PerPeriod: { } money, Item.Duration: var duration }
        ? $", then {money} without tax {Period(duration)}"
        : "";

    private static string Period(string duration) => duration switch
    {
        "P1M" => "per month",
        "P1Y" => "per year",
        "P1D" => "per day",
        _ => $"per period of {duration}",
    };

    private static string Reduction(Quote quote) => quote.Prices.Reduction != 0
        ? $", after a reduction of {new Money(Math.Abs(quote.Prices.Reduction), quote.Prices.CurrencyCode)}"
        : "";

    private static string Contracts(Quote quote) => quote.Contracts.Length switch
    {
        0 => "no contracts",
        1 => "1 contract",
        var many => $"{many} contracts",
    };

    private static string Ceiling(OrderRequest request, Quote quote) => request.MaxPrice is null ? ""
        : $"; {(PriceCeiling.IsExceeded(request, quote) ? "ABOVE" : "within")} maxPrice ({PriceCeiling.Allowed(request, quote)})";

    private static string Manual(CloudProjectInputs inputs) => inputs is { Checkout: true, Payment: PaymentKind.Manual } ? "; to be paid by hand" : "";
}
