namespace PulumiOvhOrder.Ovh.Models;

// /me and /auth: whose account it is and what the credentials may do.

internal sealed record Me
{
    public string? Nichandle { get; init; }

    public string? OvhSubsidiary { get; init; }

    public Currency? Currency { get; init; }

    public string? Country { get; init; }

    /// <summary>complete, incomplete.</summary>
    public string? State { get; init; }

    public bool? KycValidated { get; init; }
}

internal sealed record Currency(string? Code, string? Symbol);

/// <summary>One e-mail that OVHcloud sent to the account. The body is secret: it may carry a termination token.</summary>
internal sealed record MailHistoryEntry
{
    public required MailId Id { get; init; }

    public string? Subject { get; init; }

    public Secret? Body { get; init; }

    public DateTimeOffset? Date { get; init; }
}

internal sealed record Credential
{
    public string? Status { get; init; }

    public DateTimeOffset? Expiration { get; init; }

    public IReadOnlyList<AccessRule> Rules { get; init => field = value ?? []; } = [];
}

internal sealed record AccessRule(string? Method, string? Path);
