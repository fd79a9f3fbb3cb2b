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
    /// <summary>No cart has this description: an empty list is answer enough.</summary>
    private const string CartFilter = "pulumi-ovh-order rights";

    private readonly Shared _rights = new();
    private readonly Shared _eligibility = new();
    private readonly Shared _payment = new();

    /// <summary>What was found, each in a sentence that begins with what it is about. Empty without credentials.</summary>
    public async Task<ImmutableArray<string>> FindingsAsync(OrderRequest request, Quote? quote, CancellationToken cancellationToken)
    {
        if (api.IsAnonymous)
        {
            return [account.WithoutCredentials];
        }

        var rights = _rights.GetAsync(() => RightsAsync(cancellationToken));
        var eligibility = _eligibility.GetAsync(() => EligibilityAsync(cancellationToken));
        var payment = request.Payment == PaymentKind.Automatic && quote is { Prices.WithTax: > 0 }
            ? _payment.GetAsync(() => PaymentAsync(cancellationToken))
            : Task.FromResult(ImmutableArray<string>.Empty);
        await Task.WhenAll(rights, eligibility, payment);
        return [.. await rights, .. await eligibility, .. await payment];
    }

    private Task<ImmutableArray<string>> RightsAsync(CancellationToken cancellationToken) =>
        credentials is Credentials.ApplicationKey ? RulesAsync(cancellationToken) : ActionsAsync(cancellationToken);

    private async Task<ImmutableArray<string>> RulesAsync(CancellationToken cancellationToken)
    {
        var rules = (await api.Auth.CurrentCredentialAsync(cancellationToken)).Rules;
        var missing = AccessRights.ToOrder.Where(right => !rules.Any(right.IsGrantedBy)).ToList();
        return missing.Count == 0 || rules.Count == 0
            ? []
            : [$"rights: the consumer key lacks {string.Join(", ", missing.Select(m => $"`{m.Method} {m.Path}`"))}, which the order will need; create a key with these rules"];
    }

    /// <summary>A service account cannot be asked for its policy: what only reads is tried, and a refusal names the action.</summary>
    private async Task<ImmutableArray<string>> ActionsAsync(CancellationToken cancellationToken)
    {
        var missing = await Task.WhenAll(
            MissingAsync(IamActions.GetAccount, () => api.Me.GetAsync(cancellationToken)),
            MissingAsync(IamActions.ListCarts, () => api.Carts.ListAsync(CartFilter, cancellationToken)),
            MissingAsync(IamActions.ListOrders, () => api.Orders.ListAsync(api.Time.GetUtcNow(), cancellationToken)),
            MissingAsync(IamActions.ListPaymentMethods, () => api.Me.DefaultPaymentMethodsAsync(cancellationToken)));
        var actions = missing.SelectMany(m => m).Distinct().ToList();
        return actions.Count == 0
            ? []
            : [$"rights: the credentials lack {string.Join(", ", actions.Select(action => $"`{action}`"))}, which the order will need; "
                + $"add {(actions.Count == 1 ? "this action" : "these actions")} to the IAM policy"];
    }

    private static async Task<IEnumerable<string>> MissingAsync(string action, Func<Task> read)
    {
        try
        {
            await read();
            return [];
        }
        catch (OvhApiException e) when (e.Status is 403)
        {
            return e.UnauthorizedActions.DefaultIfEmpty(action);
        }
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
