using Grpc.Net.Client;

namespace PulumiOvhOrder.Rpc;

/// <summary>A channel over HTTP/2 in clear text, for what runs on the same machine.</summary>
internal static class ClearTextChannel
{
    /// <param name="address">Host and port, as in <c>127.0.0.1:34567</c>.</param>
    public static GrpcChannel To(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        DisposeHttpClient = true,
        HttpClient = new HttpClient(new SocketsHttpHandler
        {
            ActivityHeadersPropagator = null,
            AllowAutoRedirect = false,
#pragma warning disable CA2262 // Kilobytes indeed: the 16 MiB that the engine accepts too, because partial state travels in a trailer.
            MaxResponseHeadersLength = 16 * 1024,
#pragma warning restore CA2262
            UseCookies = false,
            UseProxy = false,
        })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        },
        MaxReceiveMessageSize = GrpcServer.MaxMessageLength,
        MaxSendMessageSize = GrpcServer.MaxMessageLength,
    });
}
