using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>Credits a voucher to a project that is there, at most once.</summary>
internal sealed class VoucherCredit(OvhApi api, OrderRecords records)
{
    /// <summary>What was part of the project's order is not credited again.</summary>
    /// <param name="isOrderForeign">What the project was ordered with is known by nothing but its order.</param>
    /// <exception cref="OrderException">It is not known whether the voucher was credited, or ordered with.</exception>
    public async Task AddAsync(
        OrderFacts facts, ProjectId project, string voucher, bool isOrderForeign, CancellationToken cancellationToken)
    {
        var recorded = facts.OrderId is { } order ? await records.OfAsync(order, cancellationToken) : RecordedOrder.Nothing;
        if (recorded.Voucher == voucher)
        {
            return;
        }

        if (isOrderForeign && recorded.Configuration is null)
        {
            throw new OrderException(new OrderFailure.VoucherMaybeOrdered(project));
        }

        var isThere = await IsCreditedAsync(project, voucher, cancellationToken);
        if (isThere != true)
        {
            await CreditAsync(project, voucher, isShown: isThere is not null, cancellationToken);
        }
    }

    private async Task CreditAsync(ProjectId project, string voucher, bool isShown, CancellationToken cancellationToken)
    {
        try
        {
            await api.Projects.CreditAsync(project, new Secret(voucher), cancellationToken);
        }
        catch (OperationCanceledException e)
        {
            throw new OrderException(new OrderFailure.CreditUnconfirmed(project, isShown), e);
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown)
        {
            if (!isShown || await IsCreditedAsync(project, voucher, cancellationToken) != true)
            {
                throw new OrderException(new OrderFailure.CreditUnconfirmed(project, isShown), e);
            }
        }
    }

    /// <summary>Whether the project shows the voucher; null where its credits cannot be read, or do not name theirs.</summary>
    private async Task<bool?> IsCreditedAsync(ProjectId project, string voucher, CancellationToken cancellationToken)
    {
        var ids = await api.Projects.CreditsAsync(project, cancellationToken).OrNullIfUnavailableAsync();
        if (ids is null)
        {
            return null;
        }

        var credits = await Task.WhenAll(
            ids.Select(id => api.Projects.GetCreditAsync(project, id, cancellationToken).OrNullIfUnavailableAsync()));
        var vouchers = credits.Select(credit => credit?.Voucher?.Reveal()).ToList();
        return vouchers.Contains(voucher) ? true : vouchers.Contains(null) ? null : false;
    }
}
