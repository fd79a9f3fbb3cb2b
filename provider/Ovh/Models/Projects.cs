using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace PulumiOvhOrder.Ovh.Models;

// /cloud: projects, their orders, and who may order one.

internal sealed record CloudProject
{
    /// <summary>Snake case, alone among its neighbours.</summary>
    [JsonPropertyName("project_id")]
    public required ProjectId ProjectId { get; init; }

    public string? ProjectName { get; init; }

    public string? Description { get; init; }

    /// <summary>One of <see cref="ProjectStatus"/>, or a word that this version does not know.</summary>
    public string? Status { get; init; }

    public string? PlanCode { get; init; }

    /// <summary>The order that this project came from.</summary>
    public OrderId? OrderId { get; init; }

    public DateTimeOffset? CreationDate { get; init; }

    /// <summary>full, restricted.</summary>
    public string? Access { get; init; }

    /// <summary>Read whatever it is like: nothing that is ordered depends on it.</summary>
    [JsonConverter(typeof(OrAbsentConverter<IamResource>))]
    public IamResource? Iam { get; init; }
}

/// <param name="Urn">Such as <c>urn:v1:eu:resource:publicCloudProject:PROJECTID</c>.</param>
internal sealed record IamResource(string? Urn);

internal static class ProjectStatus
{
    public const string Creating = "creating";
    public const string Deleted = "deleted";
    public const string Deleting = "deleting";
    public const string Ok = "ok";
    public const string Suspended = "suspended";
}

internal sealed record ProjectUpdate(string Description);

internal sealed record TerminationConfirmation(Secret Token);

internal sealed record CreditCode(Secret Code);

internal sealed record ProjectCredit(Secret? Voucher);

internal sealed record ServiceInfos
{
    public ServiceId? ServiceId { get; init; }
}

/// <summary>What the account must still do before it may order a project.</summary>
internal sealed record Eligibility
{
    /// <summary>Such as <c>addPaymentMethod</c>.</summary>
    [AllowNull]
    public IReadOnlyList<string> ActionsRequired { get; init => field = value ?? []; } = [];
}

/// <summary>One line of <c>GET /cloud/order</c>.</summary>
internal sealed record CloudOrder
{
    public required OrderId OrderId { get; init; }

    public DateTimeOffset? Date { get; init; }

    public string? PlanCode { get; init; }

    public string? ServiceName { get; init; }

    /// <summary>delivered, delivering, unknown, unpaid: not the words of <see cref="OrderStatus"/>.</summary>
    public string? Status { get; init; }
}
