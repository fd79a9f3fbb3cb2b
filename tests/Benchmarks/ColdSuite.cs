using System.Collections.Immutable;
using System.Globalization;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>The first create of a process: what its connections and its code cost once, over HTTP and over HTTPS.</summary>
internal static class ColdSuite
{
    public static async Task RunAsync(Bench bench)
    {
        bench.Figures.Title("The first create of a process, 0 ms per API call");
        var folder = Directory.CreateTempSubdirectory("ovh-order-bench-");
        try
        {
            var certificate = Path.Combine(folder.FullName, "certificate.pem");
            await File.WriteAllTextAsync(certificate, bench.Api.Certificate);
            var secure = new UriBuilder(bench.Api.BaseUri) { Scheme = Uri.UriSchemeHttps }.Uri;
            var trust = ImmutableDictionary.Create<string, string>().Add("SSL_CERT_FILE", certificate);
            var onlyThat = trust.Add("SSL_CERT_DIR", Directory.CreateDirectory(Path.Combine(folder.FullName, "none")).FullName);
            await RunAsync(bench, "HTTP", bench.Api.BaseUri, ImmutableDictionary<string, string>.Empty);
            await RunAsync(bench, "HTTPS, one certificate trusted beside the system's (SSL_CERT_FILE)", secure, trust);
            await RunAsync(bench, "HTTPS, no other certificate trusted (SSL_CERT_DIR is empty)", secure, onlyThat);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task RunAsync(Bench bench, string title, Uri api, ImmutableDictionary<string, string> trust)
    {
        List<double> walls = [], cpu = [];
        for (var run = 0; run < bench.Options.Runs(usual: 7, quick: 3); run++)
        {
            bench.ResetApi();
            await using var plugin = await Plugin.StartAsync(bench.Options.Plugin, bench.Engine.Address, api, trust);
            var before = plugin.Reading.CpuMs;
            walls.Add(await Suites.TimeAsync(() => plugin.CreateAsync(new Project("cold"))));
            cpu.Add(plugin.Reading.CpuMs - before);
            Suites.Expect(1, bench.Api.Summary().Projects, "projects");
        }

        bench.Figures.Add(string.Create(CultureInfo.InvariantCulture, $"{title}: wall"), "ms", walls);
        bench.Figures.Add(string.Create(CultureInfo.InvariantCulture, $"{title}: CPU"), "ms", cpu);
    }
}
