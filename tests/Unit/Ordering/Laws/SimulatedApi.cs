using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using PulumiOvhOrder.Simulator;
using PulumiOvhOrder.Simulator.Http;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Tests.Unit.Ordering.Laws;

/// <summary>The simulator without a socket: a request goes straight into its pipeline, and is answered before the call returns.</summary>
internal sealed class SimulatedApi(Simulation simulation)
{
    private readonly ApiPipeline _pipeline = new(simulation);

    /// <returns>Null where the connection is cut.</returns>
    public async Task<HttpResponseMessage?> AnswerAsync(HttpRequestMessage request, Fault? fault)
    {
        var context = new DefaultHttpContext();
        var target = request.RequestUri!;
        context.Request.Method = request.Method.Method;
        context.Request.Host = new HostString(target.Host);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = target.PathAndQuery;
        context.Request.Headers.Authorization = request.Headers.Authorization?.ToString();
        context.Request.Body = new MemoryStream(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync());
        var body = new MemoryStream();
        context.Response.Body = body;

        await _pipeline.HandleAsync(context, CancellationToken.None, fault);
        if (context.Response.ContentType is not { } contentType)
        {
            return null;
        }

        var answer =
            new HttpResponseMessage((HttpStatusCode)context.Response.StatusCode) { Content = new ByteArrayContent(body.ToArray()) };
        answer.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return answer;
    }
}
