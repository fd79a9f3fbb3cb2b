using System.Net;
using System.Net.Sockets;
using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

// The only tests here with a socket: they pin what .NET's own handler does below us, where no script can see it.
public sealed class RealSocketTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();

    public RealSocketTests()
    {
        _listener.Start();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OnceCall_WhoseConnectionClosesUnanswered_IsNotSentAgainBelowUs(bool withBody)
    {
        using var api = Connect();
        var count = CountAndCloseAsync();

        var failure = await Should.ThrowAsync<OvhApiException>(() => withBody
            ? api.Carts.CheckoutAsync(new CartId("c"), new CheckoutRequest(null), default)
            : api.Projects.TerminateAsync(new ProjectId("0123456789ab4def0123456789abcdef"), default));

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        _listener.Stop();
        (await count).ShouldBe(1);
    }

    [Fact]
    public async Task NoListener_IsKnownNotToBeProcessed()
    {
        using var api = Connect();
        _listener.Stop();

        var failure = await Should.ThrowAsync<OvhApiException>(() =>
            api.Carts.CheckoutAsync(new CartId("c"), new CheckoutRequest(null), default));

        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
        failure.Message.ShouldEndWith("Connection refused");
    }

    [Fact]
    public async Task Answer_ThatBreaksOff_IsNone()
    {
        using var api = Connect();
        var server = AnswerAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"orderId\":1");

        var failure = await Should.ThrowAsync<OvhApiException>(() =>
            api.Carts.CheckoutAsync(new CartId("c"), new CheckoutRequest(null), default));

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        await server;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _end.Dispose();
    }

    private OvhApi Connect()
    {
        OvhEndpoint.TryParse($"http://{_listener.LocalEndpoint}/1.0", out var endpoint, out _).ShouldBeTrue();
        return OvhApi.Connect(
            new OvhSettings(endpoint, new Credentials.Anonymous(), 0, TimeSpan.FromSeconds(30), "test"), TimeProvider.System, () => 0);
    }

    private async Task<int> CountAndCloseAsync()
    {
        var count = 0;
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await ReadRequestAsync(client.GetStream());
                count++;
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            return count;
        }
    }

    private async Task AnswerAsync(string answer)
    {
        using var client = await _listener.AcceptTcpClientAsync(_end.Token);
        await ReadRequestAsync(client.GetStream());
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), _end.Token);
    }

    private async Task ReadRequestAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal)
            || (text.ToString().Contains("Content-Length: 2", StringComparison.Ordinal)
                && !text.ToString().EndsWith("{}", StringComparison.Ordinal)))
        {
            var read = await stream.ReadAsync(buffer, _end.Token);
            if (read == 0)
            {
                return;
            }

            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }
}
