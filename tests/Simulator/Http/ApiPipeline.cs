using System.Text;
using Microsoft.AspNetCore.Http;
using PulumiOvhOrder.Simulator.Auth;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>The way of one request: log, faults, authentication, route, answer.</summary>
internal sealed class ApiPipeline(Simulation simulation)
{
    private readonly RouteTable _routes = new(simulation.Locked(world => world.Site));

    /// <param name="context">The request and where to answer it.</param>
    /// <param name="stopping">
    /// Ends waits when the simulator ends. The client's going away does not: a real server goes on with what it was asked, too.
    /// </param>
    /// <param name="fault">What befalls this call; null leaves it to the faults that were added.</param>
    public async Task HandleAsync(HttpContext context, CancellationToken stopping, Fault? fault = null)
    {
        var request = await ApiRequest.ReadAsync(context, stopping);
        if (request.IsSideDoor)
        {
            await WriteAsync(context, SideDoorRoutes.Answer(simulation, request));
            return;
        }

        var route = request.ApiPath is null ? null : _routes.Find(request.Method, request.ApiPath);
        var (call, latencyMs) = simulation.Locked(world => (ToRecord(request, route, world.Now), world.Settings.LatencyMs));
        var end = simulation.Calls.Begin(call);
        fault ??= simulation.Faults.Next(request.Method, request.Path);
        await DelayAsync(latencyMs, stopping);
        await WatchedAsync(call, FaultMoment.Before);
        var processed = await AnswerAsync(request, route, fault, stopping);
        await WatchedAsync(call, FaultMoment.After);
        if (processed is not { } answer)
        {
            context.Abort();
            return;
        }

        AddApiHeaders(context);
        end(answer.Status, answer.Body);
        await WriteAsync(context, answer, cutAfter: fault is { Kind: FaultKind.Truncate } ? fault.BytesOf(answer.Body) : null);
    }

    /// <returns>Null where the connection is to be cut.</returns>
    private async Task<ApiAnswer?> AnswerAsync(ApiRequest request, Route? route, Fault? fault, CancellationToken stopping)
    {
        switch (fault)
        {
            case null or { Kind: FaultKind.Truncate }:
                return Process(request, route);
            case { Kind: FaultKind.Shorten or FaultKind.Remove or FaultKind.Replace }:
                return Broken(Process(request, route), fault);
            case { Kind: FaultKind.TwiceFirst }:
                var first = Process(request, route);
                Process(request, route);
                return first;
            case { Kind: FaultKind.TwiceSecond }:
                Process(request, route);
                return Process(request, route);
            case { Kind: FaultKind.Status }:
                return FaultAnswer(fault);
            case { Kind: FaultKind.StatusAfter }:
                Process(request, route);
                return FaultAnswer(fault);
            case { Kind: FaultKind.Html }:
                return HtmlAnswer(fault);
            case { Kind: FaultKind.DropBefore }:
                return null;
            case { Kind: FaultKind.DropAfter }:
                Process(request, route);
                return null;
            case { Kind: FaultKind.Delay, When: FaultMoment.Before }:
                await DelayAsync(fault.DelayMs, stopping);
                return Process(request, route);
            default:
                var answer = Process(request, route);
                await DelayAsync(fault.DelayMs, stopping);
                return answer;
        }
    }

    private static ApiAnswer Broken(ApiAnswer answer, Fault fault)
    {
        try
        {
            return BrokenAnswer.Of(answer, fault);
        }
        catch (ApiException e)
        {
            return ApiAnswer.Of(e);
        }
    }

    private Task WatchedAsync(CallRecord call, FaultMoment moment) => simulation.Watcher?.Invoke(call, moment) ?? Task.CompletedTask;

    private ApiAnswer Process(ApiRequest request, Route? route)
    {
        try
        {
            return simulation.Locked(world =>
            {
                if (route is null)
                {
                    throw ApiException.NoSuchRoute();
                }

                var caller = Authenticator.Authenticate(world, request, route);

                // Serialized under the lock: handlers answer with views of the state.
                return ApiAnswer.Of(route.Handle(new ApiCall(world, _routes, route, request, caller)));
            });
        }
        catch (ApiException e)
        {
            return ApiAnswer.Of(e);
        }
        catch (Exception e)
        {
            // A fault of the simulator's own must be told from one that a test asked for.
            return ApiAnswer.Of(ApiException.Of(500, "Simulator::Failed", e.ToString()));
        }
    }

    private static CallRecord ToRecord(ApiRequest request, Route? route, DateTimeOffset now) => new()
    {
        Method = request.Method,
        Path = request.Path,
        Query = request.Query,
        Status = 0,
        At = now,
        Unknown = route is null,
    };

    private static ApiAnswer FaultAnswer(Fault fault)
    {
        var status = fault.Status ?? 500;
        var body = fault.Body is { } given ? SideDoorJson.Serialize(given) : ApiAnswer.Of(ApiException.ForStatus(status)).Body;
        return new ApiAnswer(status, body) { Headers = fault.Headers };
    }

    private static ApiAnswer HtmlAnswer(Fault fault)
    {
        var status = fault.Status ?? 503;
        var page = $"<html><body><h1>{status}</h1>\nNo server is available to handle this request.\n</body></html>\n";
        return new ApiAnswer(status, Encoding.UTF8.GetBytes(page)) { ContentType = "text/html", Headers = fault.Headers };
    }

    private static async Task WriteAsync(HttpContext context, ApiAnswer answer, int? cutAfter = null)
    {
        var response = context.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }

        await response.Body.WriteAsync(answer.Body.AsMemory(0, cutAfter ?? answer.Body.Length), CancellationToken.None);
        if (cutAfter is not null)
        {
            await response.Body.FlushAsync(CancellationToken.None);
            context.Abort();
        }
    }

    private void AddApiHeaders(HttpContext context)
    {
        var (site, number, date) = simulation.Locked(world =>
            (world.Site.ToString().ToUpperInvariant(), world.NextId("query"), Authenticator.ServerTime(world)));
        context.Response.Headers["X-OVH-QUERYID"] =
            $"{site}.ext-1.{date.ToUnixTimeSeconds():x8}.{number}.{Guid.NewGuid().ToString("N")[..8]}";
    }

    private async Task DelayAsync(int milliseconds, CancellationToken stopping)
    {
        if (milliseconds > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), simulation.Time, stopping);
        }
    }
}
