using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

/// <summary>What .NET's sockets would do by themselves, and do not.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public ConnectionTests()
    {
        _listener.Start();
    }

    [Fact]
    public async Task A_redirection_is_not_followed()
    {
        using var api = Connect();
        var server = ServeAsync("HTTP/1.1 302 Found\r\nLocation: /1.0/elsewhere\r\nContent-Length: 0\r\n\r\n");

        var failure = await Should.ThrowAsync<OvhApiException>(() =>
            api.Carts.CheckoutAsync(new CartId("c"), new CheckoutRequest(null), default));

        (failure.Status, failure.Outcome).ShouldBe((302, CallOutcome.Unknown));
        (await server).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Neither_cookies_nor_traces_are_sent()
    {
        using var api = Connect();
        using var activity = new Activity("test").SetIdFormat(ActivityIdFormat.W3C).Start();
        var server = ServeAsync(
            "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]",
            "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]");

        await api.Carts.ListAsync(null, default);
        await api.Carts.ListAsync(null, default);

        (await server).ShouldAllBe(request => HeaderNames(request).SetEquals(new[] { "Host", "User-Agent", "Accept", "Accept-Encoding" }));
    }

    [Fact]
    public async Task A_body_says_that_it_is_JSON()
    {
        using var api = Connect();
        var server = ServeAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}");

        await api.Carts.CheckoutAsync(new CartId("c"), new CheckoutRequest(null), default);

        (await server).ShouldHaveSingleItem().ShouldContain("\r\nContent-Type: application/json");
    }

    [Fact]
    public async Task Calls_prefer_HTTP_2_and_take_less()
    {
        var socket = new Recorder();
        using var api = Connect(socket);

        await api.Carts.ListAsync(null, default);
        await api.Carts.DeleteAsync(new CartId("c"), default);

        (Version, HttpVersionPolicy) preferred = (HttpVersion.Version20, HttpVersionPolicy.RequestVersionOrLower);
        socket.Seen.ShouldBe([preferred, preferred]);
    }

    [Fact]
    public async Task A_client_that_was_disposed_of_sends_nothing()
    {
        var api = Connect();
        var previews = api.ForPreviews();
        api.Dispose();

        await Should.ThrowAsync<ObjectDisposedException>(() => api.Carts.ListAsync(null, default));
        await Should.ThrowAsync<ObjectDisposedException>(() => previews.Carts.ListAsync(null, default));

        _listener.Pending().ShouldBeFalse();
    }

    public void Dispose() => _listener.Dispose();

    private OvhApi Connect(HttpMessageHandler? socket = null)
    {
        OvhEndpoint.TryParse($"http://{_listener.LocalEndpoint}/1.0", out var endpoint, out _).ShouldBeTrue();
        return OvhApi.Connect(
            new OvhSettings(endpoint, new Credentials.Anonymous(), 0, TimeSpan.FromSeconds(30), "test"),
            TimeProvider.System, () => 0, socket);
    }

    /// <summary>Answers one request after another, and gives what was asked, up to the end of each one's headers.</summary>
    private async Task<IReadOnlyList<string>> ServeAsync(params string[] answers)
    {
        var requests = new List<string>();
        foreach (var answer in answers)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            var buffer = new byte[4096];
            var text = "";
            while (!text.Contains("\r\n\r\n", StringComparison.Ordinal))
            {
                text += Encoding.ASCII.GetString(buffer, 0, await client.GetStream().ReadAsync(buffer));
            }

            requests.Add(text[..text.IndexOf("\r\n\r\n", StringComparison.Ordinal)]);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }

        return requests;
    }

    private static HashSet<string> HeaderNames(string request) => [.. request.Split("\r\n").Skip(1).Select(line => line.Split(':')[0])];

    private sealed class Recorder : HttpMessageHandler
    {
        public List<(Version Version, HttpVersionPolicy Policy)> Seen { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Seen.Add((request.Version, request.VersionPolicy));
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent("[]") });
        }
    }
}
