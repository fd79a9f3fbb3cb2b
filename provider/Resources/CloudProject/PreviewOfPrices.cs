using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <param name="Failure">Why there is no price; said already.</param>
internal sealed record QuoteAnswer(OrderFacts? Facts, Exception? Failure)
{
    public static QuoteAnswer None { get; } = new(null, null);
}

/// <summary>What a preview says of an order that the update will place: its price, and what would keep it from succeeding.</summary>
internal sealed class PreviewOfPrices(OrderServices services)
{
    /// <summary>Says what the order costs, and what would keep it from succeeding; null where the price is not known.</summary>
    public async Task<OrderFacts?> PricedAsync(
        CloudProjectInputs inputs, OrderRequest request, Task<QuoteAnswer> quoting, Operation operation)
    {
        var isPreflight = services.Settings.Preflight && inputs.Checkout;
        if (isPreflight)
        {
            // What belongs to the account is asked once, beside the price; its answer is awaited below.
            _ = services.Preflight.FindingsAsync(request, quote: null, operation.CancellationToken);
        }

        var answer = await quoting;
        if (isPreflight)
        {
            await PreflightAsync(request, answer, operation);
        }

        if (answer.Facts is not { Quote: { } quote } quoted)
        {
            return null;
        }

        await operation.InfoAsync(request.ForProject is null
            ? PriceMessages.Quoted(quoted, request, inputs)
            : PriceMessages.OptionsQuoted(quoted, request));
        PreviewOfOrders.CheckCeiling(request, quote, pays: inputs.Checkout, order: null);
        return quoted;
    }

    /// <summary>Null where previews are not to ask, or where the price is not known; the user is told why.</summary>
    public async Task<QuoteAnswer> QuoteAsync(CloudProjectInputs inputs, OrderRequest request, Operation operation)
    {
        if (!services.Settings.PreviewQuote)
        {
            return QuoteAnswer.None;
        }

        var unknown = Definition.OrderInputs.Select(d => d.Name).Where(inputs.Unknown.Contains)
            .Concat(services.Settings.NotKnownYet(inputs.OvhSubsidiary)).ToList();
        if (unknown.Count > 0)
        {
            await operation.WarnAsync(
                $"The price is not known yet. It depends on {string.Join(", ", unknown)}, which is known only during the update.");
            return QuoteAnswer.None;
        }

        try
        {
            return new QuoteAnswer(await services.Quotes.QuoteAsync(request, operation.CancellationToken), null);
        }
        catch (OrderException e) when (e.Failure.Place is not null && !services.Api.IsAnonymous)
        {
            throw PreviewOfOrders.Failed(e.Failure, e);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            await operation.WarnAsync($"The price is not known: {ErrorMessages.OfQuote(e)}.");
            return new QuoteAnswer(null, e);
        }
    }

    /// <summary>What the price has said already is not said again.</summary>
    private async Task PreflightAsync(OrderRequest request, QuoteAnswer answer, Operation operation)
    {
        try
        {
            var findings = await services.Preflight.FindingsAsync(request, answer.Facts?.Quote, operation.CancellationToken);
            foreach (var finding in findings.Where(f => !IsSaid(f, findings, answer.Failure)))
            {
                await operation.WarnAsync($"Before ordering: {PreflightMessages.Of(finding)}.");
            }
        }
        catch (OvhApiException e)
        {
            if (answer.Failure is null)
            {
                await operation.WarnAsync($"The provider could not check whether this account can order: {ErrorMessages.OfQuote(e)}.");
            }
        }
    }

    private static bool IsSaid(PreflightFinding finding, IEnumerable<PreflightFinding> all, Exception? failure) =>
        finding is PreflightFinding.ActionRequired { Action: var action }
        && ((failure is OvhApiException && failure.Message.Contains(action, StringComparison.Ordinal))
            || (action == "addPaymentMethod" && all.Any(f => f is PreflightFinding.Payment)));
}
