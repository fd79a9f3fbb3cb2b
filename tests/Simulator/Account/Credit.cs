namespace PulumiOvhOrder.Simulator.Account;

/// <summary>What a voucher was turned into: by an order, for a project, or for the account alone.</summary>
internal sealed record Credit(long Id, string Voucher, decimal Amount, DateTimeOffset Date, string? ProjectId = null, long? OrderId = null);
