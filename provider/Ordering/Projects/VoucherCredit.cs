using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Credits a voucher to a project that is there, at most once.</summary>
internal sealed class VoucherCredit(OvhApi api, OrderReader orders)
{
    /// <summary>What was part of the project's order is not credited again.</summary>
    /// <param name="isOrderForeign">What the project was ordered with is known by nothing but its order.</param>
    /// <exception cref="OrderException">It is not known whether the voucher was credited, or ordered with.</exception>
    public async Task AddAsync(
        OrderFacts facts, ProjectId project, string voucher, bool isOrderForeign, CancellationToken cancellationToken)
    {
        var recorded = facts.OrderId is { } order ? await orders.RecordedAsync(order, cancellationToken) : RecordedOrder.Nothing;
        if (recorded.Voucher == voucher)
        {
            return;
        }

        if (isOrderForeign && recorded.Configuration is null)
        {
            throw new OrderException(new OrderFailure.VoucherMaybeOrdered(project));
        }

        try
        {
            await api.Projects.CreditAsync(project, new Secret(voucher), cancellationToken);
        }
        catch (Exception e) when (e is OvhApiException { Outcome: CallOutcome.Unknown } or OperationCanceledException)
        {
            if (e is OperationCanceledException || !await IsCreditedAsync(project, voucher, cancellationToken))
            {
                throw new OrderException(new OrderFailure.CreditUnconfirmed(project), e);
            }
        }
    }

    /// <summary>Whether the project shows the voucher. Where it does not, that says nothing: it may come, or not be shown.</summary>
    private async Task<bool> IsCreditedAsync(ProjectId project, string voucher, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await api.Projects.CreditsAsync(project, cancellationToken);
            var credits = await Task.WhenAll(ids.Select(id => api.Projects.GetCreditAsync(project, id, cancellationToken)));
            return credits.Any(credit => credit.Voucher?.Reveal() == voucher);
        }
        catch (OvhApiException)
        {
            // The voucher's own failure is told.
            return false;
        }
    }
}
