using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>Made when the first client asks for TLS, forgotten with the process.</summary>
internal sealed class SelfSignedCertificate(TimeProvider time) : IDisposable
{
    private readonly Lazy<X509Certificate2> _certificate = new(() => Create(time.GetUtcNow()));

    public SslStreamCertificateContext Context => SslStreamCertificateContext.Create(_certificate.Value, additionalCertificates: null);

    /// <summary>What a client has to trust, in PEM.</summary>
    public string Pem => _certificate.Value.ExportCertificatePem() + "\n";

    public void Dispose()
    {
        if (_certificate.IsValueCreated)
        {
            _certificate.Value.Dispose();
        }
    }

    private static X509Certificate2 Create(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ovh-order-simulator", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");

        // For clients that cannot be given another host and are sent here by name.
        names.AddDnsName("eu.api.ovh.com");
        names.AddDnsName("ca.api.ovh.com");
        names.AddDnsName("api.us.ovhcloud.com");
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(30));
    }
}
