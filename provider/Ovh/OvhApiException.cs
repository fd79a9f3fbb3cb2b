using System.Collections.Immutable;

namespace PulumiOvhOrder.Ovh;

/// <summary>Whether a call that failed may have been processed.</summary>
internal enum CallOutcome
{
    /// <summary>It certainly was not: the API refused it, or never got it.</summary>
    NotProcessed,

    /// <summary>No definite answer: it may have been, and only reading can tell.</summary>
    Unknown,
}

/// <summary>A call that did not succeed. <see cref="Exception.Message"/> is the API's own text, or what happened to the call.</summary>
internal sealed class OvhApiException(HttpMethod method, string path, CallOutcome outcome, string message, Exception? cause = null)
    : Exception(message, cause)
{
    private const string SecretReplacement = "[secret]";
    private const string UnauthorizedActionsKey = "unauthorizedActions";

    public HttpMethod Method { get; } = method;

    /// <summary>The path with its placeholders; values stay out of errors.</summary>
    public string Path { get; } = path;

    public CallOutcome Outcome { get; } = outcome;

    /// <summary>The HTTP status; null when there was no answer.</summary>
    public int? Status { get; init; }

    /// <summary>Such as <c>Client::NotFound</c>.</summary>
    public string? ErrorClass { get; init; }

    /// <summary>The older bodies' word, such as <c>INVALID_SIGNATURE</c>.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>What OVHcloud's support asks for.</summary>
    public string? QueryId { get; init; }

    public ImmutableSortedDictionary<string, string> Details { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>How many attempts were made in all.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>The answer is JSON's null: there is nothing to read.</summary>
    public bool IsNull { get; init; }

    /// <summary>The IAM actions that the credentials lack, when the API names them.</summary>
    public IEnumerable<string> UnauthorizedActions => Details
        .Where(d => d.Key.StartsWith(UnauthorizedActionsKey, StringComparison.Ordinal))
        .SelectMany(d => d.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        .Distinct(StringComparer.Ordinal);

    /// <summary>How every message that has this failure behind it ends: <c>(HTTP 400, Client::BadRequest, query EU.ext-1.…)</c>.</summary>
    public string Reference =>
        "(" + string.Join(", ", new[]
        {
            Status is { } status ? $"HTTP {status}" : "no answer",
            ErrorClass ?? ErrorCode,
            QueryId is null ? null : $"query {QueryId}",
        }.Where(part => part is not null)) + ")";

    /// <summary>
    /// The API says that what the call is about does not exist. A clock or a token that was not found on the way says nothing about it.
    /// </summary>
    public bool IsMissing => Status == 404 && !IsPreparation;

    /// <summary>It is refused as what does not exist may be, too, once it has expired.</summary>
    public bool MayBeMissing => IsMissing || (Status is 400 or 410 or 460 && !IsPreparation);

    /// <summary>It cannot be read: it does not exist, the site does not have the route, or the credentials may not use it.</summary>
    public bool IsUnavailable => IsMissing || Status is 403;

    /// <summary>The API did not answer, or not now: a later attempt may succeed.</summary>
    public bool IsUnanswered => Outcome == CallOutcome.Unknown || Status is 429 or null;

    /// <summary>It is the failure of a call that only prepared this one.</summary>
    private bool IsPreparation { get; init; }

    /// <summary>The same failure, of a call that only prepared another one: that other one was not processed.</summary>
    public OvhApiException OfPreparation() => As(CallOutcome.NotProcessed, Message, Details, this, isPreparation: true);

    /// <summary>The same failure without what the API quoted of a secret that it was sent.</summary>
    public OvhApiException Without(Secret secret) => As(
        Outcome,
        Message.Replace(secret.Reveal(), SecretReplacement, StringComparison.Ordinal),
        Details.ToImmutableSortedDictionary(
            d => d.Key, d => d.Value.Replace(secret.Reveal(), SecretReplacement, StringComparison.Ordinal)),
        InnerException,
        IsPreparation);

    private OvhApiException As(
        CallOutcome outcome, string message, ImmutableSortedDictionary<string, string> details, Exception? cause, bool isPreparation) =>
        new(Method, Path, outcome, message, cause)
        {
            Status = Status,
            ErrorClass = ErrorClass,
            ErrorCode = ErrorCode,
            QueryId = QueryId,
            Details = details,
            RetryAfter = RetryAfter,
            Attempts = Attempts,
            IsNull = IsNull,
            IsPreparation = isPreparation,
        };

    public override string ToString() => $"{Method} {Path}: {Message} {Reference}";
}
