using System.Text.RegularExpressions;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Ends a delivered project. OVHcloud mails a token that confirms the end; it is read from the account's e-mails where the credentials may
/// read them. Asking again continues: a token that was mailed before is used before another one is asked for. The US site needs no token.
/// </summary>
internal sealed partial class ProjectTermination(OvhApi api, TimeProvider time)
{
    private const int MailsToLookAt = 30;

    private readonly ProjectPresence _presence = new(api);

    /// <returns>False when there is no such project.</returns>
    public async Task<bool> TerminateAsync(ProjectId project, IOrderListener listener, CancellationToken cancellationToken)
    {
        if (await _presence.FindAsync(project, cancellationToken) is not { } found)
        {
            return false;
        }

        if (found.Status == ProjectStatus.Deleting)
        {
            return true;
        }

        if (api.Site == Site.Us || (api.Site == Site.Unknown && found.PlanCode == OfferSelection.UsPlan))
        {
            await EndServiceAsync(project, cancellationToken);
            return true;
        }

        var mails = await MailsAsync(project, [], cancellationToken);
        if ((mails?.Token is { } earlier && await ConfirmAsync(project, earlier, cancellationToken) is null)
            || await RequestAsync(project, cancellationToken))
        {
            return true;
        }

        if (mails is null)
        {
            throw new OrderException(
                $"the end of project {project} is requested, and OVHcloud has mailed a confirmation link to the account's contact. These credentials may not read the account's e-mails (GET /me/notification/email/history/*). "
                + "Open the link in that e-mail, or grant that right; then run `pulumi destroy` again");
        }

        await listener.StatusAsync($"the end of project {project} is requested, waiting for the e-mail with its token");
        await AwaitTokenAsync(project, mails, listener, cancellationToken);
        return true;
    }

    /// <summary>
    /// Whether a project that cannot be seen may be there all the same: it is only minutes old, and nobody asked for its end, which OVHcloud
    /// would have mailed a token for. On the US site nothing tells of an end.
    /// </summary>
    public async Task<bool> MayBeHiddenAsync(OrderProgress progress, ProjectId project, CancellationToken cancellationToken) =>
        progress.IsYoung(time.GetUtcNow()) && !IsOnUsSite(progress) && await MailsAsync(project, [], cancellationToken) is not { Token: not null };

    private bool IsOnUsSite(OrderProgress progress) =>
        api.Site == Site.Us || (api.Site == Site.Unknown && Subsidiaries.SiteOf(progress.OvhSubsidiary ?? "") == Site.Us);

    private async Task AwaitTokenAsync(ProjectId project, Mails before, IOrderListener listener, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var (seen, limit) = (before.Ids, Waits.TerminationMail);
        OvhApiException? refusal = null;
        for (var look = 0; ; look++)
        {
            await Task.Delay(Waits.BetweenLooks(look, time.GetElapsedTime(began)), time, cancellationToken);
            var mails = await MailsIfAnsweredAsync(project, seen, cancellationToken);
            var waited = time.GetElapsedTime(began);
            if (mails?.Token is { } token)
            {
                refusal = await ConfirmAsync(project, token, cancellationToken);
                if (refusal is null)
                {
                    return;
                }

                // An earlier request's e-mail may have come late; the right one comes soon, or not at all.
                limit = waited + Waits.SecondTerminationMail;
            }

            seen = [.. seen, .. mails?.Ids ?? []];
            if (waited > limit)
            {
                throw refusal is not null
                    ? new OrderException($"the end of project {project} is requested, but the token that was mailed was refused. Run `pulumi destroy` again", null, refusal)
                    : new OrderException(
                        $"the end of project {project} is requested, but the e-mail with its token has not come in {Waits.TerminationMail.TotalMinutes:0} minutes. Run `pulumi destroy` again later, or open the link in that e-mail");
            }

            await listener.StatusAsync($"the end of project {project} is requested, waiting for the e-mail with its token ({(int)waited.TotalSeconds}s)");
        }
    }

    private async Task EndServiceAsync(ProjectId project, CancellationToken cancellationToken)
    {
        var infos = await api.Projects.ServiceInfosAsync(project, cancellationToken);
        var service = infos.ServiceId ?? throw new OrderException($"project {project} does not name its service, so that it has to be ended in the OVHcloud Control Panel");
        try
        {
            await api.Services.DeleteAsync(service, cancellationToken);
        }
        catch (OvhApiException e) when (e.IsMissing)
        {
            // Already gone is what was wanted.
        }
    }

    /// <summary>A lost answer is no harm here: at worst a second e-mail comes, and either token ends the project.</summary>
    /// <returns>Whether it turned out that the project has been ended already.</returns>
    private async Task<bool> RequestAsync(ProjectId project, CancellationToken cancellationToken)
    {
        try
        {
            await api.Projects.TerminateAsync(project, cancellationToken);
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown)
        {
            await api.Projects.TerminateAsync(project, cancellationToken);
        }
        catch (OvhApiException e) when (e.Status is not (401 or 403))
        {
            if (await IsEndedAsync(project, cancellationToken))
            {
                return true;
            }

            throw;
        }

        return false;
    }

    /// <returns>Null when the project is ended; else why the token is not (any longer) good.</returns>
    private async Task<OvhApiException?> ConfirmAsync(ProjectId project, Secret token, CancellationToken cancellationToken)
    {
        try
        {
            await api.Projects.ConfirmTerminationAsync(project, new TerminationConfirmation(token, null, null, null), cancellationToken);
            return null;
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown || e.Status is 404 or 400 or 403 or 409 or 460)
        {
            return await IsEndedAsync(project, cancellationToken) ? null
                : e.Outcome == CallOutcome.Unknown ? throw Unconfirmed(project, e)
                : e;
        }
    }

    private async Task<bool> IsEndedAsync(ProjectId project, CancellationToken cancellationToken) =>
        await _presence.FindAsync(project, cancellationToken) is null or { Status: ProjectStatus.Deleting or ProjectStatus.Suspended };

    private static OrderException Unconfirmed(ProjectId project, OvhApiException cause) => new(
        $"whether the end of project {project} was confirmed is not known, and the project is still there. Run `pulumi destroy` again", null, cause);

    /// <summary>While an e-mail is waited for, an API that does not answer is waited for as well.</summary>
    private async Task<Mails?> MailsIfAnsweredAsync(ProjectId project, IReadOnlyCollection<MailId> seen, CancellationToken cancellationToken)
    {
        try
        {
            return await MailsAsync(project, seen, cancellationToken);
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown || e.Status is 429 or null)
        {
            return null;
        }
    }

    /// <summary>The newest token for this project among mails not seen before; null when the account's e-mails may not be read.</summary>
    private async Task<Mails?> MailsAsync(ProjectId project, IReadOnlyCollection<MailId> seen, CancellationToken cancellationToken)
    {
        IReadOnlyList<MailId> ids;
        try
        {
            ids = await api.Me.MailsAsync(cancellationToken);
        }
        catch (OvhApiException e) when (e.Status is 401 or 403)
        {
            return null;
        }

        var fresh = ids.Except(seen).OrderByDescending(i => i.Value).Take(MailsToLookAt).ToList();
        foreach (var id in fresh)
        {
            MailHistoryEntry mail;
            try
            {
                mail = await api.Me.GetMailAsync(id, cancellationToken);
            }
            catch (OvhApiException e) when (e.Status is 401 or 403)
            {
                return null;
            }

            if (mail.Body is { } body && TokenIn(body, project) is { } token)
            {
                return new Mails(ids, token);
            }
        }

        return new Mails(ids, null);
    }

    private static Secret? TokenIn(Secret body, ProjectId project)
    {
        var text = body.Reveal().Replace("&amp;", "&", StringComparison.Ordinal);
        return text.Contains(project.Value, StringComparison.Ordinal) && TokenLink().Match(text) is { Success: true } match
            ? new Secret(match.Groups["token"].Value)
            : null;
    }

    [GeneratedRegex("/billing/confirmTerminate\\?id=[A-Za-z0-9]+&token=(?<token>[A-Za-z0-9]+)", RegexOptions.CultureInvariant)]
    private static partial Regex TokenLink();

    private sealed record Mails(IReadOnlyList<MailId> Ids, Secret? Token);
}
