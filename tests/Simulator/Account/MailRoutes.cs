using PulumiOvhOrder.Simulator.Http;

namespace PulumiOvhOrder.Simulator.Account;

internal static class MailRoutes
{
    public static IEnumerable<Route> All =>
    [
        new("GET", "/me/notification/email/history", false, call => Received(call).Select(mail => mail.Id)),
        new("GET", "/me/notification/email/history/{id:long}", false, call =>
        {
            var mail = Received(call).FirstOrDefault(mail => mail.Id == call.PathLong("id"))
                ?? throw ApiException.NoSuchObject("id", call.Path("id"));
            return new { id = mail.Id, date = mail.Date, subject = mail.Subject, body = mail.Body };
        }),
    ];

    private static IEnumerable<Mail> Received(ApiCall call) => call.Settings.MailReadable
        ? call.World.Mails.Where(mail => mail.Date <= call.Now)
        : throw ApiException.Gateway(403, "Client::Forbidden", "NOT_GRANTED_CALL", "This call has not been granted");
}
