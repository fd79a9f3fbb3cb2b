using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// Ends a delivered project. OVHcloud mails a token that confirms the end; it is read from the account's e-mails where the credentials may
/// read them. Asking again continues. The US site needs no token.
/// </summary>
internal sealed class ProjectTermination(OvhApi api, ProjectReader projects, TerminationEmail emails, ProjectEnds ends)
{
    /// <summary>Returns once the project is ended, or was ended already.</summary>
    public async Task TerminateAsync(OrderRun run, ProjectId project, CancellationToken cancellationToken)
    {
        if (await IsOnUsSiteAsync(run.Facts, project, cancellationToken))
        {
            await RequestEndAsync(run, project, () => EndServiceAsync(project, cancellationToken), cancellationToken);
            ends.Confirmed(project);
            return;
        }

        var requestedAt = api.Time.GetUtcNow();
        if (!await RequestEndAsync(run, project, () => RequestAsync(project, cancellationToken), cancellationToken))
        {
            await ConfirmByEmailAsync(run, project, requestedAt, cancellationToken);
        }
    }

    /// <summary>Requests the end, again as long as a refusal came of the project being hidden.</summary>
    /// <returns>Whether it turned out that the project has been ended already.</returns>
    private async Task<bool> RequestEndAsync(OrderRun run, ProjectId project, Func<Task> request, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                await request();
                ends.Requested(project);
                return false;
            }
            catch (OvhApiException e) when (e is { Outcome: CallOutcome.NotProcessed, Status: not (401 or 403 or 429) })
            {
                if (await WasEndedAsync(run, project, e, cancellationToken))
                {
                    return true;
                }
            }
        }
    }

    /// <summary>A lost answer does no harm here: at worst a second e-mail comes, and either token ends the project.</summary>
    private async Task RequestAsync(ProjectId project, CancellationToken cancellationToken)
    {
        try
        {
            await api.Projects.TerminateAsync(project, cancellationToken);
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown)
        {
            await api.Projects.TerminateAsync(project, cancellationToken);
        }
    }

    private async Task EndServiceAsync(ProjectId project, CancellationToken cancellationToken)
    {
        var infos = await api.Projects.ServiceInfosAsync(project, cancellationToken);
        var service = infos.ServiceId ?? throw new OrderException(new OrderFailure.ServiceNotNamed(project));
        await api.Services.DeleteAsync(service, cancellationToken);
    }

    /// <summary>OVHcloud refused to end the project: because it is ended already, or because it was hidden?</summary>
    /// <returns>Whether it is ended; false where it was hidden and is visible now, so that its end can be requested again.</returns>
    /// <exception cref="OrderException">It is there, and OVHcloud does not end it.</exception>
    private async Task<bool> WasEndedAsync(OrderRun run, ProjectId project, OvhApiException refusal, CancellationToken cancellationToken)
    {
        var wait = new RetryWait(api.Time);
        for (var wasHidden = false; ; wasHidden = true)
        {
            var presence = await projects.FindAsync(project, cancellationToken);
            switch (presence)
            {
                case ProjectPresence.Present or ProjectPresence.Expired:
                    var isEnded = await IsEndedAsync(presence, project, refusal, cancellationToken);
                    return isEnded || wasHidden ? isEnded : throw new OrderException(new OrderFailure.TerminationRefused(project), refusal);
                case ProjectPresence.Absent when await projects.IsGoneAsync(run.Facts, project, cancellationToken):
                    return true;
            }

            // Delivered minutes ago and hidden: it would be billed on unseen. In some minutes it is visible, or gone.
            if (wait.Waited > PollingSchedule.ProjectGrace)
            {
                throw new OrderException(new OrderFailure.ProjectNotVisible(run.Facts.OrderId, project, wait.Waited), refusal);
            }

            await run.Listener.OnActivityAsync(
                new OrderActivity.AwaitingProject(run.Facts.OrderId, project, wait.Waited, Unanswered: null));
            await wait.DelayAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Unpaid debts suspend a project too, and a request that no one confirmed does not end it: that its end was confirmed counts, or that
    /// OVHcloud does not know the service any more.
    /// </summary>
    private async Task<bool> IsEndedAsync(
        ProjectPresence presence, ProjectId project, OvhApiException refusal, CancellationToken cancellationToken) =>
        presence switch
        {
            ProjectPresence.Present { Facts.Status: ProjectStatus.Deleting } => true,
            ProjectPresence.Present { Facts.Status: ProjectStatus.Suspended } => ends.WasConfirmed(project) || refusal.IsMissing,
            ProjectPresence.Expired => ends.WasConfirmed(project) || !await projects.IsListedAsync(project, cancellationToken),
            _ => false,
        };

    private async Task ConfirmByEmailAsync(OrderRun run, ProjectId project, DateTimeOffset requestedAt, CancellationToken cancellationToken)
    {
        var wait = new RetryWait(api.Time);
        var (seen, limit) = (ImmutableHashSet<MailId>.Empty, PollingSchedule.TerminationEmail);
        OvhApiException? refusal = null;
        while (true)
        {
            // While an e-mail is waited for, an API that does not answer is waited for as well.
            var inbox = await wait.IfAnsweredAsync(async () =>
                await emails.ReadAsync(project, seen, requestedAt - PollingSchedule.EarlierTerminationEmail, cancellationToken)
                ?? throw new OrderException(new OrderFailure.TerminationEmailUnreadable(project)));
            var waited = wait.Waited;
            if (inbox?.Token is { } token)
            {
                refusal = await ConfirmAsync(run, project, token, mayAskAgain: refusal is null, cancellationToken);
                if (refusal is null)
                {
                    return;
                }

                // The token of an earlier request may be good no longer. After that of this request the right one comes soon, or not at
                // all.
                limit = inbox.TokenDate < requestedAt - PollingSchedule.MatchTolerance
                    ? limit
                    : waited + PollingSchedule.SecondTerminationEmail;
            }

            seen = seen.Union(inbox?.Seen ?? []);
            if (waited > limit)
            {
                throw refusal is not null
                    ? new OrderException(new OrderFailure.TerminationTokenRefused(project), refusal)
                    : new OrderException(new OrderFailure.TerminationEmailMissing(project, waited));
            }

            await run.Listener.OnActivityAsync(new OrderActivity.AwaitingTerminationEmail(project, waited));
            await wait.DelayAsync(cancellationToken);
        }
    }

    /// <param name="mayAskAgain">Whether the end may be requested once more, which another e-mail comes of.</param>
    /// <returns>Null when the project is ended; else why the token is not (any longer) good.</returns>
    private async Task<OvhApiException?> ConfirmAsync(
        OrderRun run, ProjectId project, Secret token, bool mayAskAgain, CancellationToken cancellationToken)
    {
        try
        {
            await api.Projects.ConfirmTerminationAsync(project, new TerminationConfirmation(token), cancellationToken);
            ends.Confirmed(project);
            return null;
        }
        catch (OvhApiException e) when (e.Outcome == CallOutcome.Unknown || e.Status is 404 or 400 or 403 or 409 or 460)
        {
            var failure = e.Without(token);
            return await projects.FindAsync(project, cancellationToken) switch
            {
                ProjectPresence.Absent or ProjectPresence.Present { Facts.Status: ProjectStatus.Deleting } => null,

                // Unpaid debts suspend a project too; one that is ended refuses to be ended again.
                ProjectPresence.Expired or ProjectPresence.Present { Facts.Status: ProjectStatus.Suspended } when mayAskAgain
                    && await RequestEndAsync(run, project, () => RequestAsync(project, cancellationToken), cancellationToken) =>
                        null,
                ProjectPresence.Present { Facts.Status: not ProjectStatus.Suspended } when e.Outcome == CallOutcome.Unknown =>
                    throw new OrderException(new OrderFailure.TerminationUnconfirmed(project), failure),
                _ => failure,
            };
        }
    }

    /// <summary>A custom endpoint may be any site: the subsidiary or the project's plan tells which.</summary>
    private async Task<bool> IsOnUsSiteAsync(OrderFacts facts, ProjectId project, CancellationToken cancellationToken) => api.Site switch
    {
        Site.Unknown when facts.OvhSubsidiary is { } subsidiary => Subsidiaries.SiteOf(subsidiary) == Site.Us,
        Site.Unknown =>
            await projects.FindAsync(project, cancellationToken) is ProjectPresence.Present { Facts.PlanCode: OfferSelection.UsPlan },
        var site => site == Site.Us,
    };
}
