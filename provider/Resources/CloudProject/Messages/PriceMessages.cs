using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>What a preview and an update say about money.</summary>
internal static class PriceMessages
{
    private const string ByImport =
        "this update imports it under another name. Nothing was deleted. If that import failed, import it again.";

    /// <summary>The line of a preview that says what an order costs.</summary>
    public static string Quoted(OrderFacts quoted, OrderRequest request, CloudProjectInputs inputs)
    {
        var quote = quoted.Quote!;
        return $"{(inputs.Checkout ? "Due now" : "Pending cart; nothing is ordered. It would cost")} {Price(quoted, quote)}"
            + $"{Ceiling(request, quote)}{(inputs.Checkout ? Payer(inputs.Payment) : "")}";
    }

    /// <summary>The line of a preview that says what options cost that are added to a project.</summary>
    public static string OptionsQuoted(OrderFacts quoted, OrderRequest request)
    {
        var quote = quoted.Quote!;
        return $"Options for project {request.ForProject} ({Names(request.Options)}): due now {Price(quoted, quote)}"
            + $"{Ceiling(request, quote)}{Payer(request.Payment)}";
    }

    private static string Price(OrderFacts quoted, Quote quote) =>
        $"{quote.WithTax} (incl. tax{Reduction(quote)}).{PerPeriod(quoted)} {Contracts(quote)}.";

    private static string Payer(PaymentKind payment) => payment == PaymentKind.Manual ? " You pay the order yourself." : "";

    /// <summary>The lasting line of an update that ordered options for a project.</summary>
    public static string OptionsOrdered(OrderFacts ordered, CloudProjectInputs inputs)
    {
        var price = ordered.Quote is { } quote ? $" ({quote.WithTax} incl. tax)" : "";
        var options = $"Order {ordered.OrderId}{price} of options for the project ({Names(RecordedOrder.OptionsOf(ordered.Options))})";
        return ordered.Status switch
        {
            OrderStatus.Delivered => $"{options} is delivered.",
            OrderStatus.NotPaid when inputs.Payment == PaymentKind.Manual =>
                $"{options} is placed and waits for payment. Pay it at its URL, in the secret output `optionOrders`.",
            var status => $"{options} is placed and not delivered yet (status: {status}).",
        };
    }

    private static string Names(IEnumerable<OptionRequest> options) => string.Join(", ", options.Select(o => o.PlanCode));

    /// <summary>The line of a preview that says what is due for an order that is placed already.</summary>
    public static string Due(OrderFacts facts, OrderRequest request) =>
        $"Order {facts.OrderId} is placed and not paid. The update pays {facts.Quote!.WithTax} (incl. tax).{Ceiling(request, facts.Quote)}";

    /// <summary>The line of a preview that says that nothing new is ordered.</summary>
    public static string Resumes(OrderFacts facts, OrderRequest request, bool pays) =>
        $"Resumes order {facts.OrderId} of an interrupted run. Nothing is ordered again."
        + (facts.Quote is not { } quote ? ""
            : pays ? $" The update pays {quote.WithTax} (incl. tax).{Ceiling(request, quote)}"
            : $" It cost {quote.WithTax} (incl. tax).");

    /// <summary>The lasting line of an update.</summary>
    public static string Result(OrderFacts facts, CloudProjectInputs inputs)
    {
        var price = facts.Quote is { } quote ? $" ({quote.WithTax} incl. tax)" : "";
        return facts switch
        {
            { ProjectId: { } project, OrderId: { } order } => $"Order {order}{price} is delivered as project {project}.",
            { ProjectId: { } project } => UpToDate(project),
            { OrderId: { } order, Status: OrderStatus.NotPaid } when inputs.Payment == PaymentKind.Manual =>
                $"Order {order}{price} is placed and waits for payment. Pay it at its URL, the secret output `orderUrl`.",
            { OrderId: { } order } => $"Order {order}{price} is placed and not delivered yet (status: {facts.Status}).",
            _ => $"Cart {facts.CartId}{price} is pending and not "
                + $"ordered.{(facts.CartExpirationDate is { } date ? $" It expires on {date.InUtc()}." : "")}",
        };
    }

    public static string UpToDate(ProjectId project) => $"Project {project} is up to date.";

    /// <summary>What a replacement does to the project that is there, in words that cannot be missed.</summary>
    public static string Replacement(OrderFacts old) => old switch
    {
        { ProjectId: { } project } =>
            $"REPLACEMENT: a new project is ordered. Project {project} is then terminated WITH EVERYTHING IN IT. If you do not want that, "
                + $"undo the change, or `protect` the resource.",
        { OrderId: { } order } => $"REPLACEMENT: a new project is ordered beside order {order}. That order is not delivered yet and cannot "
            + $"be cancelled once it is paid.",
        _ => "REPLACEMENT: a new project is ordered.",
    };

    /// <summary>Two states of one order: what is to be deleted is what the resource now has.</summary>
    public static string Kept(OrderFacts facts) => facts switch
    {
        { ProjectId: { } project } =>
            $"Project {project} was kept: its replacement adopted order {facts.OrderId}, which could not be distinguished from an "
                + $"interrupted run. Nothing was ordered or deleted. To order a new project, replace the resource once more.",
        { OrderId: { } order } =>
            $"Order {order} was kept: its replacement adopted it, because it could not be distinguished from an interrupted run. Nothing "
                + $"was ordered or deleted. To order a new project, replace the resource once more.",
        _ => $"Cart {facts.CartId} was kept: its replacement continues with it. Nothing was deleted.",
    };

    /// <summary>A former state of what is imported again under another name.</summary>
    public static string KeptForImport(OrderFacts facts) => facts switch
    {
        { ProjectId: { } project } => $"Project {project} was kept: {ByImport}",
        { OrderId: { } order } => $"Order {order} was kept: {ByImport}",
        _ => $"Cart {facts.CartId} was kept: {ByImport}",
    };

    private static string PerPeriod(OrderFacts quoted) =>
        quoted.Choice is { PerPeriod: { } money } choice && (choice.Item ?? choice.Options.FirstOrDefault())?.Duration is { } duration
            ? $" Then {money} {Period(duration)} (excl. tax) plus usage."
            : " Usage is billed on top.";

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
        0 => "No contracts to accept",
        1 => "1 contract to accept",
        var count => $"{count} contracts to accept",
    };

    private static string Ceiling(OrderRequest request, Quote quote) => request.MaxPrice is null ? ""
        : $" {(PriceCeiling.IsExceeded(request, quote) ? "ABOVE" : "Within")} maxPrice ({PriceCeiling.Allowed(request, quote)}).";
}
