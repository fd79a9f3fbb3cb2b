using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;

namespace PulumiOvhOrder.Ordering;

/// <summary>
/// The e-mails in which OVHcloud sends the token that confirms the end of a project, where the credentials may read them.
/// </summary>
internal sealed class TerminationEmail(OvhApi api)
{
    private const int MaxEmails = 30;

    /// <summary>An ended project is suspended for up to seven days before it is deleted: an older e-mail is of another end.</summary>
    private static readonly TimeSpan MaxEnd = TimeSpan.FromDays(8);

    /// <summary>Whether a termination token was mailed for the project recently. Also false if the e-mails may not be read.</summary>
    public async Task<bool> WasSentAsync(ProjectId project, CancellationToken cancellationToken) =>
        await ReadAsync(project, [], api.Time.GetUtcNow() - MaxEnd, cancellationToken) is { Token: not null };

    /// <summary>The newest token for the project among e-mails not seen before; null when the account's e-mails may not be read.</summary>
    /// <param name="seen">Of very many that came at once, the next call reads the rest.</param>
    /// <param name="since">Older e-mails are not looked at.</param>
    public async Task<Inbox?> ReadAsync(ProjectId project, ImmutableHashSet<MailId> seen, DateTimeOffset since,
        CancellationToken cancellationToken)
    {
        try
        {
            var ids = await api.Me.MailsAsync(cancellationToken);
            foreach (var id in ids.Except(seen).OrderByDescending(i => i.Value).Take(MaxEmails))
            {
                if (await api.Me.GetMailAsync(id, cancellationToken).OrNullIfMissingAsync() is not { } mail)
                {
                    // One that was removed since it was listed says nothing of the others.
                    continue;
                }

                if (mail.Date < since)
                {
                    return new Inbox([.. ids], null, null);
                }

                // Its text may come later than the e-mail.
                seen = mail.Body is null ? seen : seen.Add(id);
                if (mail.Body is { } body && TerminationLink.TokenIn(body, project) is { } token)
                {
                    return new Inbox([.. ids], token, mail.Date);
                }
            }

            return new Inbox(seen, null, null);
        }
        catch (OvhApiException e) when (e.IsUnavailable || e.Status is 401)
        {
            return null;
        }
    }

    internal sealed record Inbox(ImmutableHashSet<MailId> Seen, Secret? Token, DateTimeOffset? TokenDate);
}
