using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Tests.Unit.Ovh.Http;

// Bodies that no API should send, over real sockets: what a decoder throws, and when a read stops, no script can tell.
public sealed class BrokenAnswerTests : IDisposable
{
    private const int Mebi = 1024 * 1024;

    private static readonly CartId Cart = new("c");

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();

    public BrokenAnswerTests()
    {
        _listener.Start();
    }

    public static TheoryData<string, string> Bodies => new()
    {
        { "bad gzip", "the answer cannot be decompressed" },
        { "bad brotli", "the answer cannot be decompressed" },
        { "gzip of 64 MiB", "the answer is larger than 16 MiB" },
        { "brotli of 64 MiB", "the answer is larger than 16 MiB" },
        { "length of 17 MiB", "the answer is larger than 16 MiB" },
        { "without end", "the answer is larger than 16 MiB" },
        { "cut", "the connection broke before the answer was complete" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Success_WithABodyThatCannotBeRead_IsLost_AndToldWithStatusAndQueryId(string body, string words)
    {
        using var api = Connect();
        var server = ServeAsync("200 OK", body);

        var failure =
            await Should.ThrowAsync<OvhApiException>(() => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        failure.Outcome.ShouldBe(CallOutcome.Unknown);
        failure.Reference.ShouldBe("(HTTP 200, query q1)");
        failure.Message.ShouldEndWith(words);
        await server;
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Refusal_WithABodyThatCannotBeRead_IsARefusalAllTheSame(string body, string _)
    {
        using var api = Connect(new Credentials.ApplicationKey("ak", new Secret("as"), new Secret("ck")));
        var server = ServeAsync("403 Forbidden", body);

        var failure =
            await Should.ThrowAsync<OvhApiException>(() => api.Carts.CheckoutAsync(Cart, new CheckoutRequest(null), default));

        failure.ToString().ShouldBe("POST /order/cart/{cartId}/checkout: Forbidden (HTTP 403, query q1)");
        failure.Outcome.ShouldBe(CallOutcome.NotProcessed);
        await server;
    }

    [Fact]
    public async Task Read_WhoseBodyCannotBeRead_IsReadAgain()
    {
        using var api = Connect(maxRetries: 1);
        var server = Task.WhenAll(ServeAsync("200 OK", "bad gzip"), ServeAsync("200 OK", "carts"));

        (await api.Carts.ListAsync(null, default)).ShouldBe([Cart]);
        await server;
    }

    public void Dispose()
    {
        _end.Cancel();
        _listener.Dispose();
        _end.Dispose();
    }

    private OvhApi Connect(Credentials? credentials = null, int maxRetries = 0)
    {
        OvhEndpoint.TryParse($"http://{_listener.LocalEndpoint}/1.0", out var endpoint, out _).ShouldBeTrue();
        return OvhApi.Connect(
            new OvhSettings(endpoint, credentials ?? new Credentials.Anonymous(), maxRetries, TimeSpan.FromSeconds(60), "test"),
            TimeProvider.System, () => 0);
    }

    private async Task ServeAsync(string status, string kind)
    {
        using var client = await _listener.AcceptTcpClientAsync(_end.Token);
        var stream = client.GetStream();
        await stream.ReadAtLeastAsync(new byte[4096], 1, cancellationToken: _end.Token);
        var (headers, body) = kind switch
        {
            "bad gzip" => ("Content-Encoding: gzip\r\nConnection: close", "no gzip"u8.ToArray()),
            "bad brotli" => ("Content-Encoding: br\r\nConnection: close", "zzzzzzzz"u8.ToArray()),
            "gzip of 64 MiB" => ("Content-Encoding: gzip\r\nConnection: close", Packed(to => new GZipStream(to, CompressionLevel.Fastest))),
            "brotli of 64 MiB" =>
                ("Content-Encoding: br\r\nConnection: close", Packed(to => new BrotliStream(to, CompressionLevel.Fastest))),
            "length of 17 MiB" => ($"Content-Length: {17 * Mebi}", "\"x"u8.ToArray()),
            "cut" => ("Content-Length: 100", "{\"orderId\":1"u8.ToArray()),
            "carts" => ("Connection: close", "[\"c\"]"u8.ToArray()),
            _ => ("Connection: close", []),
        };
        try
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nX-OVH-QUERYID: q1\r\n{headers}\r\n\r\n"), _end.Token);
            await stream.WriteAsync(body, _end.Token);
            var blanks = Encoding.ASCII.GetBytes(new string(' ', Mebi));
            while (kind == "without end")
            {
                await stream.WriteAsync(blanks, _end.Token);
            }
        }
        catch (IOException)
        {
            // The other side has had enough.
        }
    }

    private static byte[] Packed(Func<Stream, Stream> packing)
    {
        var packed = new MemoryStream();
        using (var stream = packing(packed))
        {
            var blanks = new byte[Mebi];
            Array.Fill(blanks, (byte)' ');
            for (var i = 0; i < 64; i++)
            {
                stream.Write(blanks);
            }
        }

        return packed.ToArray();
    }
}
