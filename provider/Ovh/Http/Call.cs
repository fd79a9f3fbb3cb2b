using Refit;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>What the handlers of the chain know about the call that a request belongs to.</summary>
internal sealed class Call(HttpMethod method, string template, Repeatability repeatability, bool isShared)
{
    /// <summary>How a route says that it may be repeated otherwise than its verb would.</summary>
    public const string RepeatabilityKey = "repeatability";

    /// <summary>How a route says that equal calls in flight at the same moment share one answer.</summary>
    public const string SharedKey = "shared";

    private static readonly HttpRequestOptionsKey<Call> Key = new(nameof(Call));

    public HttpMethod Method { get; } = method;

    /// <summary>The path with its placeholders, for logs and errors: it never carries a value.</summary>
    public string Template { get; } = template;

    public Repeatability Repeatability { get; } = repeatability;

    public bool IsShared { get; } = isShared;

    /// <summary>The number of the attempt that is under way; the first is 1, and 0 before it.</summary>
    public int Attempt { get; set; }

    /// <summary>Whether this attempt's request was handed to the socket: before that, nothing can have been processed.</summary>
    public bool IsSent { get; set; }

    /// <summary>Of the latest answer.</summary>
    public int? Status { get; set; }

    /// <summary>Of the latest answer.</summary>
    public string? QueryId { get; set; }

    public static Call Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var call) ? call : throw new InvalidOperationException("The request belongs to no call.");

    /// <summary>Reads what the route says of itself.</summary>
    public static Call Begin(HttpRequestMessage request)
    {
        var template = Option<string>(request, HttpRequestMessageOptions.RelativePathTemplate)
            ?? throw new InvalidOperationException("The request was not made from a route.");

        // Never asked for as a nullable: compiled to machine code, the request's options loop without end over a nullable enum.
        if (!request.Options.TryGetValue(new HttpRequestOptionsKey<Repeatability>(RepeatabilityKey), out var repeatability))
        {
            repeatability = ByVerb(request.Method);
        }

        var call = new Call(request.Method, template.Split('?')[0], repeatability, Option<bool>(request, SharedKey));
        call.AttachTo(request);
        return call;
    }

    public void AttachTo(HttpRequestMessage request) => request.Options.Set(Key, this);

    public override string ToString() => $"{Method} {Template}";

    private static T? Option<T>(HttpRequestMessage request, string key) =>
        request.Options.TryGetValue(new HttpRequestOptionsKey<T>(key), out var value) ? value : default;

    /// <summary>A POST makes one more of something unless its route says otherwise: money hangs on it.</summary>
    private static Repeatability ByVerb(HttpMethod method) =>
        method == HttpMethod.Get ? Repeatability.Safe
        : method == HttpMethod.Put || method == HttpMethod.Delete ? Repeatability.Idempotent
        : Repeatability.Once;
}
