using System.Collections.Immutable;
using Nito.AsyncEx;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>Something that would keep an order from succeeding.</summary>
internal abstract record PreflightFinding
{
    private PreflightFinding()
    {
    }

    /// <param name="AreNotKnownYet">Their values are known only in the update.</param>
    public sealed record NoCredentials(bool AreNotKnownYet) : PreflightFinding;

    public sealed record MissingRights(ImmutableArray<AccessRight> Rights) : PreflightFinding;

    public sealed record MissingActions(ImmutableArray<string> Actions) : PreflightFinding;

    /// <param name="Action">OVHcloud's word, such as <c>addPaymentMethod</c>.</param>
    public sealed record ActionRequired(string Action) : PreflightFinding;

    public sealed record Payment(OrderFailure Failure) : PreflightFinding;

    /// <summary>A project with the description that is to be ordered exists already.</summary>
    public sealed record SameDescription(ProjectId Project) : PreflightFinding;
}

/// <summary>
/// Looks, in a preview, for what would keep an order from succeeding: rights, eligibility, payment method. It only finds and tells; the
/// order itself is judged by the API. What belongs to the account is asked once, however many resources are previewed.
/// </summary>
internal sealed class Preflight(OvhApi api, Account account, Credentials credentials)
{
    private const int MaxProjects = 20;

    private readonly AsyncLazy<ImmutableArray<PreflightFinding>> _rights =
        Shared(() => credentials is Credentials.ApplicationKey ? RulesAsync(api) : ActionsAsync(api, account));
    private readonly AsyncLazy<ImmutableArray<PreflightFinding>> _eligibility = Shared(() => EligibilityAsync(api));

    /// <summary>What was found. Without credentials, that there are none.</summary>
    public async Task<ImmutableArray<PreflightFinding>> FindingsAsync(OrderRequest request, Quote? quote,
        CancellationToken cancellationToken)
    {
        if (api.IsAnonymous)
        {
            return [new PreflightFinding.NoCredentials(account.AreCredentialsNotKnownYet)];
        }

        var rights = _rights.Task.WaitAsync(cancellationToken);
        var eligibility = _eligibility.Task.WaitAsync(cancellationToken);
        var payment = request.Payment == PaymentKind.Automatic && (quote is { Prices.WithTax: > 0 } || request.PaymentMethodId is not null)
            ? PaymentAsync(request.PaymentMethodId, cancellationToken)
            : Task.FromResult(ImmutableArray<PreflightFinding>.Empty);
        await Task.WhenAll(rights, eligibility, payment);
        return Together([.. await rights, .. await eligibility, .. await payment]);
    }

    /// <summary>Missing actions are told once, whatever found them.</summary>
    private static ImmutableArray<PreflightFinding> Together(ImmutableArray<PreflightFinding> findings)
    {
        var actions = findings.OfType<PreflightFinding.MissingActions>().SelectMany(f => f.Actions).Distinct().ToImmutableArray();
        return actions.IsEmpty ? findings
            : [new PreflightFinding.MissingActions(actions), .. findings.Where(f => f is not PreflightFinding.MissingActions)];
    }

    /// <summary>
    /// Projects that have the description already: another stack's, or this resource's own that the state has lost. Not looked for in an
    /// account with many projects: each has to be read.
    /// </summary>
    public async Task<ImmutableArray<PreflightFinding>> SameDescriptionAsync(string description, CancellationToken cancellationToken)
    {
        try
        {
            if (api.IsAnonymous || await api.Projects.ListAsync(cancellationToken) is not { Count: <= MaxProjects } ids)
            {
                return [];
            }

            var same = await Task.WhenAll(ids.Select(id => IsDescribedAsync(id, description, cancellationToken)));
            return [.. ids.Where((_, i) => same[i]).Select(id => new PreflightFinding.SameDescription(id))];
        }
        catch (OvhApiException)
        {
            // It is only a hint; what cannot be read is told by what needs it.
            return [];
        }
    }

    private async Task<bool> IsDescribedAsync(ProjectId id, string description, CancellationToken cancellationToken)
    {
        try
        {
            return ProjectReader.Facts(await api.Projects.GetAsync(id, cancellationToken)).Description == description;
        }
        catch (OvhApiException)
        {
            // One that has expired, or has just gone, hides no other.
            return false;
        }
    }

    /// <summary>One answer for all resources; a failure is asked again.</summary>
    private static AsyncLazy<ImmutableArray<PreflightFinding>> Shared(Func<Task<ImmutableArray<PreflightFinding>>> ask) =>
        new(ask, AsyncLazyFlags.RetryOnFailure | AsyncLazyFlags.ExecuteOnCallingThread);

    private static async Task<ImmutableArray<PreflightFinding>> RulesAsync(OvhApi api)
    {
        var rules = (await api.Auth.CurrentCredentialAsync(CancellationToken.None)).Rules;
        var missing = AccessRights.ToOrder.Where(right => !rules.Any(right.IsGrantedBy)).ToImmutableArray();
        return missing.IsEmpty || rules.Count == 0 ? [] : [new PreflightFinding.MissingRights(missing)];
    }

    private static async Task<ImmutableArray<PreflightFinding>> ActionsAsync(OvhApi api, Account account)
    {
        var missing = await JudgedAsync(api, account) ?? await TriedAsync(api, account);
        return missing.IsEmpty ? [] : [new PreflightFinding.MissingActions(missing)];
    }

    /// <summary>
    /// Those that OVHcloud says are missing. Null where it does not say: these credentials may not ask, or the endpoint has no IAM.
    /// </summary>
    private static async Task<ImmutableArray<string>?> JudgedAsync(OvhApi api, Account account)
    {
        try
        {
            if (api.Iam is null || await account.UrnAsync(CancellationToken.None) is not { } urn)
            {
                return null;
            }

            var answers = await api.Iam.CheckAsync(new AuthorizationCheck([.. IamActions.ToOrder], [urn]), CancellationToken.None);
            return answers is [var answer] ? [.. IamActions.ToOrder.Where(answer.UnauthorizedActions.Contains)] : null;
        }
        catch (OvhApiException)
        {
            return null;
        }
    }

    /// <summary>Those without which a read is refused; what changes something is not tried.</summary>
    private static async Task<ImmutableArray<string>> TriedAsync(OvhApi api, Account account)
    {
        var none = CancellationToken.None;
        var missing = await Task.WhenAll(
            MissingAsync(IamActions.GetAccount, () => account.ReadAsync(none)),
            MissingAsync(IamActions.ListCarts, () => api.Carts.ListAsync(null, none)),
            MissingAsync(IamActions.ListOrders, () => api.Orders.ListAsync(OrderList.RecentFrom(api.Time), none)));
        return [.. missing.SelectMany(m => m).Distinct()];
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
            return Actions(e, action);
        }
    }

    private static IEnumerable<string> Actions(OvhApiException refusal, string action) =>
        refusal.UnauthorizedActions.DefaultIfEmpty(action);

    /// <summary>Where there is no such route, the checkout's preview judges before anything is ordered.</summary>
    private static async Task<ImmutableArray<PreflightFinding>> EligibilityAsync(OvhApi api)
    {
        var eligibility = await api.Projects.EligibilityAsync(CancellationToken.None).OrNullIfUnavailableAsync();
        return [.. (eligibility?.ActionsRequired ?? []).Select(action => new PreflightFinding.ActionRequired(action))];
    }

    private async Task<ImmutableArray<PreflightFinding>> PaymentAsync(PaymentMethodId? chosen, CancellationToken cancellationToken)
    {
        try
        {
            await account.PaymentMethodAsync(chosen, cancellationToken);
            return [];
        }
        catch (OrderException e)
        {
            return [new PreflightFinding.Payment(e.Failure)];
        }
        catch (OvhApiException e) when (e.Status is 403 && credentials is not Credentials.ApplicationKey)
        {
            return [new PreflightFinding.MissingActions([.. Actions(e, IamActions.ListPaymentMethods)])];
        }
    }
}
