using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Looks, in a preview, for what would keep an order from succeeding: rights, eligibility, payment method. It only finds and tells; the
/// order itself is judged by the API. What belongs to the account is asked once, however many resources are previewed.
/// </summary>
internal sealed class Preflight(OvhApi api, Account account, Credentials credentials)
{
    private readonly Shared _rights = new();
    private readonly Shared _eligibility = new();
    private readonly Shared _payment = new();

    /// <summary>What was found, each in a sentence that begins with what it is about. Empty without credentials.</summary>
    public async Task<ImmutableArray<string>> FindingsAsync(OrderRequest request, Quote? quote, CancellationToken cancellationToken)
    {
        if (api.IsAnonymous)
        {
            return ["credentials: none are configured, so that this can be previewed but not ordered; set ovh-order:applicationKey, applicationSecret and consumerKey, or ovh-order:clientId and clientSecret, or ovh-order:accessToken"];
        }

        var rights = _rights.GetAsync(() => RightsAsync(cancellationToken));
        var eligibility = _eligibility.GetAsync(() => EligibilityAsync(cancellationToken));
        var payment = request.Payment == PaymentKind.Automatic && quote is { Prices.WithTax: > 0 }
            ? _payment.GetAsync(() => PaymentAsync(cancellationToken))
            : Task.FromResult(ImmutableArray<string>.Empty);
        await Task.WhenAll(rights, eligibility, payment);
        return [.. await rights, .. await eligibility, .. await payment];
    }

    /// <summary>Only an application key can be asked for its rules.</summary>
    private async Task<ImmutableArray<string>> RightsAsync(CancellationToken cancellationToken)
    {
        if (credentials is not Credentials.ApplicationKey)
        {
            return [];
        }

        var rules = (await api.Auth.CurrentCredentialAsync(cancellationToken)).Rules;
        var missing = AccessRights.ToOrder.Where(right => !rules.Any(right.IsGrantedBy)).ToList();
        return missing.Count == 0 || rules.Count == 0
            ? []
            : [$"rights: the consumer key lacks {string.Join(", ", missing.Select(m => $"`{m.Method} {m.Path}`"))}, which the order will need; create a key with these rules"];
    }

    private async Task<ImmutableArray<string>> EligibilityAsync(CancellationToken cancellationToken)
    {
        Eligibility eligibility;
        try
        {
            eligibility = await api.Projects.EligibilityAsync(voucher: null, cancellationToken);
        }
        catch (OvhApiException e) when (e.Status is 403 or 404)
        {
            // Not every site and not every key has this route; the judge speaks before anything is ordered.
            return [];
        }

        return [.. eligibility.ActionsRequired.Select(action => KnownCauses.All.FirstOrDefault(c => c.Says.EndsWith(action, StringComparison.Ordinal)) is { } cause
            ? $"eligibility: {cause.Title} ({action}). {cause.HelpInGeneral}"
            : $"eligibility: OVHcloud asks for \"{action}\" before this account may order a project")];
    }

    private async Task<ImmutableArray<string>> PaymentAsync(CancellationToken cancellationToken)
    {
        try
        {
            await account.DefaultPaymentMethodAsync(cancellationToken);
            return [];
        }
        catch (OrderException e)
        {
            return [$"{e.Property}: {e.Message}"];
        }
    }

    /// <summary>An answer for everybody; a failure is asked anew.</summary>
    private sealed class Shared
    {
        private readonly Lock _lock = new();
        private Task<ImmutableArray<string>>? _answer;

        public Task<ImmutableArray<string>> GetAsync(Func<Task<ImmutableArray<string>>> ask)
        {
            lock (_lock)
            {
                return _answer = _answer is null or { IsFaulted: true } or { IsCanceled: true } ? ask() : _answer;
            }
        }
    }
}
