using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace PulumiOvhOrder.Rpc;

/// <summary>Serves gRPC calls of one message each way: finds the method, reads the frame, heeds the deadline, writes answer and status.</summary>
internal sealed class UnaryEndpoint(IReadOnlyDictionary<string, UnaryRoute> routes, MaintainerLog log, TimeProvider time)
{
    private const string GrpcContent = "application/grpc";

    public async Task HandleAsync(HttpContext context)
    {
        if (HttpRefusal(context.Request) is { } statusCode)
        {
            context.Response.StatusCode = statusCode;
            return;
        }

        context.Response.ContentType = GrpcContent;
        context.Response.Headers["grpc-accept-encoding"] = "identity";
        if (!routes.TryGetValue(context.Request.Path.Value ?? "", out var route))
        {
            new GrpcStatus(GrpcCode.Unimplemented, $"this provider does not serve {context.Request.Path}").WriteTo(context.Response.Headers);
            return;
        }

        await AnswerAsync(context, route);
        await context.Response.CompleteAsync();
        RunAfterAnswer(route);
    }

    private async Task AnswerAsync(HttpContext context, UnaryRoute route)
    {
        CancellationTokenSource? deadline = null;
        try
        {
            deadline = Deadline(context.Request);
            using var operation = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, deadline.Token);
            var request = await ReadRequestAsync(context.Request.Body, operation.Token);
            var frame = await route.Handle(request, operation.Token);
            GrpcStatus.Ok.WriteTo(context.Features.GetRequiredFeature<IHttpResponseTrailersFeature>().Trailers);
            await context.Response.Body.WriteAsync(frame, CancellationToken.None);
        }
        catch (OperationCanceledException) when (deadline is { IsCancellationRequested: true })
        {
            new GrpcStatus(GrpcCode.DeadlineExceeded, "the client's deadline has passed").WriteTo(context.Response.Headers);
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            Report(context, e);
            FailureStatus.Of(e).WriteTo(context.Response.Headers);
        }
        finally
        {
            deadline?.Dispose();
        }
    }

    private static int? HttpRefusal(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method))
        {
            return StatusCodes.Status405MethodNotAllowed;
        }

        var type = request.ContentType.AsSpan();
        var end = type.IndexOf(';');
        type = (end < 0 ? type : type[..end]).TrimEnd();
        return type.Equals(GrpcContent, StringComparison.OrdinalIgnoreCase) || type.Equals(GrpcContent + "+proto", StringComparison.OrdinalIgnoreCase)
            ? null
            : StatusCodes.Status415UnsupportedMediaType;
    }

    private CancellationTokenSource Deadline(HttpRequest request) => GrpcTimeout.Parse(request.Headers["grpc-timeout"]) is { } timeout
        ? new CancellationTokenSource(timeout, time)
        : new CancellationTokenSource();

    private static async Task<byte[]> ReadRequestAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            return await GrpcFrame.ReadAsync(body, cancellationToken);
        }
        catch (IOException e)
        {
            throw new GrpcStatusException(GrpcCode.Cancelled, "the client broke off its request", e);
        }
    }

    private void Report(HttpContext context, Exception failure)
    {
        log.Write($"{context.Request.Path} failed: {failure.GetType().Name}");
        if (FailureStatus.IsBug(failure))
        {
            log.WriteBug(failure);
        }
    }

    private void RunAfterAnswer(UnaryRoute route)
    {
        try
        {
            route.AfterAnswer?.Invoke();
        }
        catch (Exception e)
        {
            log.WriteBug(e);
        }
    }
}
