using Polly;
using Polly.Retry;

namespace PulumiOvhOrder.Ovh.Http;

/// <summary>
/// Repeats attempts as <see cref="RetryRules"/> allow. Two budgets: a few retries for what passes by itself, and a longer patience for
/// the rate limit, which says nothing about the call.
/// </summary>
internal sealed class ResilienceHandler : DelegatingHandler
{
    public const int MostThrottledAttempts = 10;

    public static readonly TimeSpan LongestThrottling = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ActivationDelay = TimeSpan.FromSeconds(8);

    private static readonly ResiliencePropertyKey<Tries> TriesKey = new(nameof(Tries));

    /// <summary>Built for the first call: checking its options takes as long as a tenth of the plugin's start.</summary>
    private readonly Lazy<ResiliencePipeline<HttpResponseMessage>> _pipeline;
    private readonly Throttle _throttle;
    private readonly TimeProvider _time;

    public ResilienceHandler(HttpMessageHandler inner, int maxRetries, TimeProvider time, Func<double> chance)
        : base(inner)
    {
        _throttle = new Throttle(time, chance);
        _time = time;
        _pipeline = new(() => Pipeline(maxRetries, time, chance));
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(TriesKey, new Tries(request, Call.Of(request)));
        try
        {
            return await _pipeline.Value.ExecuteAsync(
                static async (context, handler) => await handler.AttemptAsync(TriesOf(context), context.CancellationToken), context, this);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private static ResiliencePipeline<HttpResponseMessage> Pipeline(int maxRetries, TimeProvider time, Func<double> chance)
    {
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = time };
        if (maxRetries > 0)
        {
            builder.AddRetry(Retrying(maxRetries, chance));
        }

        return builder.AddRetry(Throttling()).Build();
    }

    private async Task<HttpResponseMessage> AttemptAsync(Tries tries, CancellationToken cancellationToken)
    {
        var pass = await _throttle.PassAsync(cancellationToken);
        tries.Call.Attempt++;
        tries.Call.IsSent = false;
        try
        {
            var response = await base.SendAsync(tries.Request, cancellationToken);
            _throttle.Passed();
            return response;
        }
        catch (OvhApiException e) when (e.Status == 429)
        {
            var pause = _throttle.Refused(pass, e.RetryAfter);
            tries.ThrottledSince ??= _time.GetTimestamp();
            tries.ThrottledAttempts++;

            // A limit that asks for more patience than there is ends the call now: waiting and failing later helps no one.
            var wait = e.RetryAfter > pause ? e.RetryAfter.Value : pause;
            tries.MayWait = tries.ThrottledAttempts <= MostThrottledAttempts
                && _time.GetElapsedTime(tries.ThrottledSince.Value) + wait <= LongestThrottling;
            throw;
        }
    }

    private static RetryStrategyOptions<HttpResponseMessage> Retrying(int maxRetries, Func<double> chance) => new()
    {
        MaxRetryAttempts = maxRetries,
        BackoffType = DelayBackoffType.Exponential,
        Delay = FirstDelay,
        MaxDelay = LongestDelay,
        UseJitter = true,
        Randomizer = chance,
        ShouldHandle = args => ValueTask.FromResult(VerdictOn(args.Context, args.Outcome) == RetryVerdict.Retry),
        DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception switch
        {
            OvhApiException { RetryAfter: { Ticks: > 0 } asked } => asked < LongestDelay ? asked : LongestDelay,
            OvhApiException e when RetryRules.IsNotActiveYet(e) => ActivationDelay,
            _ => (TimeSpan?)null,
        }),
    };

    /// <summary>No delay of its own: the throttle, which every attempt passes, is the delay.</summary>
    private static RetryStrategyOptions<HttpResponseMessage> Throttling() => new()
    {
        MaxRetryAttempts = MostThrottledAttempts,
        Delay = TimeSpan.Zero,
        ShouldHandle = args =>
            ValueTask.FromResult(VerdictOn(args.Context, args.Outcome) == RetryVerdict.Throttle && TriesOf(args.Context).MayWait),
    };

    private static RetryVerdict VerdictOn(ResilienceContext context, Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is OvhApiException failure
            ? RetryRules.Judge(TriesOf(context).Call.Repeatability, failure)
            : RetryVerdict.Stop;

    private static Tries TriesOf(ResilienceContext context) =>
        context.Properties.TryGetValue(TriesKey, out var tries)
            ? tries
            : throw new InvalidOperationException("The context belongs to no call.");

    private sealed class Tries(HttpRequestMessage request, Call call)
    {
        public HttpRequestMessage Request { get; } = request;

        public Call Call { get; } = call;

        public int ThrottledAttempts { get; set; }

        public long? ThrottledSince { get; set; }

        public bool MayWait { get; set; }
    }
}
