using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Models;

// /me, /auth and /v2/iam: whose account it is and what the credentials may do.

internal sealed record Me
{
    /// <summary>The account's name, such as <c>xx12345-ovh</c>.</summary>
    public string? Nichandle { get; init; }

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

/// <summary>IAM's action names, and the resources (URNs) on which they would be carried out.</summary>
internal sealed record AuthorizationCheck(string[] Actions, [property: JsonPropertyName("resourceURNs")] string[] ResourceUrns);

/// <summary>What the credentials may do on one resource.</summary>
internal sealed record Authorization
{
    [AllowNull]
    public IReadOnlyList<string> UnauthorizedActions { get; init => field = value ?? []; } = [];
}
