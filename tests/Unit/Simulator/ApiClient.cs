using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PulumiOvhOrder.Tests.Unit.Simulator;

/// <summary>A client that knows OVHcloud's signature and nothing of the simulator's insides.</summary>
internal sealed class ApiClient(Uri baseUri, TimeProvider clock) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    /// <summary>What signs the calls; null calls without credentials.</summary>
    public string? ConsumerKey { get; set; } = "ck";

    public string ApplicationKey { get; set; } = "ak";

    public string ApplicationSecret { get; set; } = "as";

    /// <summary>Wins over the signature.</summary>
    public string? Bearer { get; set; }

    /// <summary>How far this client's clock is ahead.</summary>
    public int SkewSeconds { get; set; }

    /// <summary>The answer's JSON; any other status than 200 fails the test.</summary>
    public async Task<JsonElement> Json(string method, string path, object? body = null)
    {
        var reply = await Send(method, path, body);
        reply.Status.ShouldBe(200, $"{method} {path} -> {reply.Text}");
        return reply.Json;
    }

    /// <summary>The message of an error with this status.</summary>
    public async Task<string> Error(int status, string method, string path, object? body = null)
    {
        var reply = await Send(method, path, body);
        reply.Status.ShouldBe(status, $"{method} {path} -> {reply.Text}");
        return reply.Json.Text("message");
    }

    public async Task<ApiReply> Send(string method, string path, object? body = null, CancellationToken cancellationToken = default)
    {
        using var request = Request(method, path, body);
        using var response = await _http.SendAsync(request, cancellationToken);
        return await Read(response, cancellationToken);
    }

    /// <summary>Outside the API: the side door and the token route.</summary>
    public async Task<ApiReply> SendRaw(string method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(baseUri, path)) { Content = content };
        using var response = await _http.SendAsync(request);
        return await Read(response, CancellationToken.None);
    }

    public async Task<JsonElement> SideDoor(string method, string name, object? body = null)
    {
        using var content = body is null ? null : new StringContent(JsonSerializer.Serialize(body));
        var reply = await SendRaw(method, $"/_simulator/{name}", content);
        reply.Status.ShouldBe(200, reply.Text);
        return reply.Json;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<ApiReply> Read(HttpResponseMessage response, CancellationToken cancellationToken) => new(
        (int)response.StatusCode,
        await response.Content.ReadAsStringAsync(cancellationToken),
        response.Headers,
        response.Content.Headers.ContentType?.MediaType);

    private HttpRequestMessage Request(string method, string path, object? body)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), new Uri(baseUri + path));
        var json = body is null ? "" : JsonSerializer.Serialize(body);
        if (body is not null)
        {
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        }

        if (Bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Bearer);
            return request;
        }

        request.Headers.Add("X-Ovh-Application", ApplicationKey);
        if (ConsumerKey is not null)
        {
            var timestamp = clock.GetUtcNow().AddSeconds(SkewSeconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
            var text = $"{ApplicationSecret}+{ConsumerKey}+{method}+{request.RequestUri!.AbsoluteUri}+{json}+{timestamp}";
            request.Headers.Add("X-Ovh-Consumer", ConsumerKey);
            request.Headers.Add("X-Ovh-Timestamp", timestamp);
            request.Headers.Add("X-Ovh-Signature", "$1$" + Convert.ToHexStringLower(Sha1(text)));
        }

        return request;
    }

#pragma warning disable CA5350 // OVHcloud's signature is made with SHA-1.
    private static byte[] Sha1(string text) => SHA1.HashData(Encoding.UTF8.GetBytes(text));
#pragma warning restore CA5350
}

internal sealed record ApiReply(int Status, string Text, HttpResponseHeaders Headers, string? MediaType)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);
}
