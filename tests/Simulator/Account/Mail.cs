namespace PulumiOvhOrder.Simulator.Account;

internal sealed record Mail(long Id, DateTimeOffset Date, string Subject, string Body);
