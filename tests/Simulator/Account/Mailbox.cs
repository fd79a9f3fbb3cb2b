namespace PulumiOvhOrder.Simulator.Account;

internal static class Mailbox
{
    public static void Deliver(World world, DateTimeOffset date, string subject, string body) =>
        world.Mails.Add(new Mail(world.NextId("mail", 5001), date, subject, body));
}
