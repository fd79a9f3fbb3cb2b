using System.Diagnostics.CodeAnalysis;

namespace PulumiOvhOrder.Ovh.Models;

// /me and /auth: whose account it is and what the credentials may do.

internal sealed record Me
{
    public string? OvhSubsidiary { get; init; }

    public Currency? Currency { get; init; }
}

/// <summary>In which the account is billed.</summary>
internal sealed record Currency(string? Code);

/// <summary>One e-mail that OVHcloud sent to the account. The body is secret: it may carry a termination token.</summary>
internal sealed record MailHistoryEntry
{
    public required MailId Id { get; init; }

    public Secret? Body { get; init; }

    public DateTimeOffset? Date { get; init; }
}

internal sealed record Credential
{
    [AllowNull]
    public IReadOnlyList<AccessRule> Rules { get; init => field = value ?? []; } = [];
}

internal sealed record AccessRule(string? Method, string? Path);
