using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>
/// One port for HTTP and HTTPS: OVHcloud's Node client speaks nothing but HTTPS. Kestrel's own HTTPS needs a port of its own
/// and the services of a web host.
/// </summary>
internal static class OptionalTls
{
    private const byte HandshakeRecord = 0x16;

    public static ConnectionDelegate Use(ConnectionDelegate next, SelfSignedCertificate certificate) => async connection =>
    {
        if (!await StartsWithHandshakeAsync(connection.Transport.Input))
        {
            await next(connection);
            return;
        }

        var plain = connection.Transport;
        await using var transport = new DuplexPipeStream(plain);
        await using var tls = new SslStream(transport);
        try
        {
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = certificate.Context });
        }
        catch (Exception e) when (e is AuthenticationException or IOException)
        {
            // The client does not trust the certificate or is gone; it knows best what to say about that.
            return;
        }

        connection.Transport = new DuplexPipe(PipeReader.Create(tls), PipeWriter.Create(tls));
        await next(connection);
        await connection.Transport.Output.CompleteAsync();
        connection.Transport = plain;
    };

    private static async Task<bool> StartsWithHandshakeAsync(PipeReader input)
    {
        var read = await input.ReadAsync();
        var first = read.Buffer.FirstSpan;
        var isHandshake = first.Length > 0 && first[0] == HandshakeRecord;

        // Consumed nothing: the next reader starts at the beginning.
        input.AdvanceTo(read.Buffer.Start);
        return isHandshake;
    }

    private sealed record DuplexPipe(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
