using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Configuration;

/// <param name="Config">Null when there are failures.</param>
/// <param name="Failures">All problems at once, each under its key.</param>
/// <param name="Warnings">What was passed over, and why.</param>
/// <param name="NotKnownYet">The keys of the stack that have no value yet, in a preview; the rest is read as if they were absent.</param>
internal sealed record ProviderConfigReading(
    ProviderConfig? Config, ImmutableArray<CheckFailure> Failures, ImmutableArray<string> Warnings, ImmutableArray<ConfigKey> NotKnownYet);

/// <summary>
/// Reads the configuration: the stack's beats the environment, which beats ./ovh.conf, ~/.ovh.conf and /etc/ovh.conf. What comes from
/// the environment or a file is only used, never answered to the engine, so that it cannot reach the state.
/// </summary>
internal sealed class ProviderConfigReader
{
    private const int MostRetries = 100;
    private const int LongestTimeout = 3600;

    /// <summary>What the engine itself keeps among a provider's inputs.</summary>
    private static readonly ImmutableArray<string> EngineKeys =
        ["version", "pluginDownloadURL", "pluginChecksums", "name", "parameterization", "envVarMappings"];

    private readonly ImmutableArray<CheckFailure>.Builder _failures = ImmutableArray.CreateBuilder<CheckFailure>();
    private readonly ImmutableArray<string>.Builder _warnings = ImmutableArray.CreateBuilder<string>();
    private readonly List<string> _unreadable = [];
    private readonly ImmutableArray<(string Path, OvhConfFile File)> _files;
    private readonly PropertyValue.Map _args;
    private readonly ConfigSource _stack;
    private readonly ConfigSource _environment;

    private ProviderConfigReader(PropertyValue.Map args, ConfigEnvironment environment)
    {
        _args = args;
        _stack = ConfigSource.Stack(args);
        _environment = ConfigSource.Environment(environment.Environment);
        _files = ReadFiles(environment);
    }

    public static ProviderConfigReading Read(PropertyValue.Map args, ConfigEnvironment environment) =>
        new ProviderConfigReader(args, environment).Read();

    private ProviderConfigReading Read()
    {
        CheckKeys();
        var (endpoint, sections) = ReadEndpoint();
        ImmutableArray<ConfigSource> sources = [_stack, _environment, .. _files.Select(f => ConfigSource.File(f.Path, f.File, sections))];
        var credentials = CredentialsReader.Read(sources, _failures, _warnings);
        if (_stack.IsUnknown(ProviderConfigKeys.Endpoint))
        {
            // They must not be sent to another site than theirs.
            credentials = new Credentials.Anonymous(AreNotKnownYet: true);
        }

        WarnOfUnusedFiles(credentials, sections);
        if (credentials is Credentials.OAuth2Client && endpoint.TokenUrl is null)
        {
            Fail(
                ProviderConfigKeys.ClientId,
                $"service accounts cannot log in at endpoint {endpoint}. Use one of "
                + string.Join(", ", OvhEndpoint.Known.Where(e => e.TokenUrl is not null).Select(e => e.Name)));
        }

        var config = new ProviderConfig(
            endpoint,
            credentials,
            ReadSubsidiary(endpoint),
            ReadInteger(ProviderConfigKeys.MaxRetries, 0, MostRetries),
            TimeSpan.FromSeconds(ReadInteger(ProviderConfigKeys.RequestTimeout, 1, LongestTimeout)),
            ReadBoolean(ProviderConfigKeys.PreviewQuote),
            ReadBoolean(ProviderConfigKeys.Preflight),
            ReadBoolean(ProviderConfigKeys.AdoptEarlierOrders));
        return new ProviderConfigReading(
            _failures.Count == 0 ? config : null,
            _failures.ToImmutable(),
            _warnings.ToImmutable(),
            [.. ProviderConfigKeys.All.Where(_stack.IsUnknown)]);
    }

    private void CheckKeys()
    {
        foreach (var key in ProviderConfigKeys.All.Where(key =>
            _args[key.Name]?.Plain() is PropertyValue.List or PropertyValue.Map or PropertyValue.Asset or PropertyValue.ResourceReference))
        {
            Fail(key, "must be a string, a number or a boolean");
        }

        _warnings.AddRange(_args.Items.Keys.Where(IsStray).Select(name =>
            $"ovh-order:{name} is not a configuration key of this provider, and has no effect. Its keys: "
            + string.Join(", ", ProviderConfigKeys.All)));
    }

    /// <summary>
    /// The endpoint, and the sections of ovh.conf that go with it: that of the URL as it was given before that of the site.
    /// </summary>
    private (OvhEndpoint Endpoint, ImmutableArray<string> Sections) ReadEndpoint()
    {
        var key = ProviderConfigKeys.Endpoint;
        if (_stack.IsUnknown(key))
        {
            // What depends on it is not judged before it is known.
            return (OvhEndpoint.Default with { Site = Site.Unknown }, []);
        }

        ImmutableArray<ConfigSource> sources =
            [_stack, _environment, .. _files.Select(f => ConfigSource.File(f.Path, f.File, [OvhConfFile.DefaultSection]))];
        if (sources.FirstOrDefault(s => s.Has(key)) is not { } source)
        {
            return (OvhEndpoint.Default, [OvhEndpoint.Default.Name]);
        }

        var text = source.Value(key)!;
        if (OvhEndpoint.TryParse(text, out var endpoint, out var error))
        {
            return (endpoint, [text, endpoint.Name]);
        }

        Fail(key, error, source);
        return (OvhEndpoint.Default, [OvhEndpoint.Default.Name]);
    }

    /// <summary>The files that exist, those first that count first.</summary>
    private ImmutableArray<(string Path, OvhConfFile File)> ReadFiles(ConfigEnvironment environment)
    {
        var files = ImmutableArray.CreateBuilder<(string Path, OvhConfFile File)>();
        foreach (var path in ConfigSource.Paths(environment))
        {
            try
            {
                if (environment.ReadFile(path) is not { } found)
                {
                    continue;
                }

                if (found.Problem is { } problem)
                {
                    _unreadable.Add($"{path} is not used, because it cannot be read: {problem}");
                    continue;
                }

                var file = OvhConfFile.Parse(found.Text);
                files.Add((path, file));
                if (found.IsReadableByAll && HasSecrets(file))
                {
                    _warnings.Add($"every user of this machine can read the credentials in {path}. Restrict it with `chmod 600 {path}`");
                }
            }
            catch (InvalidDataException e)
            {
                _failures.Add(new CheckFailure("", $"{path} {e.Message}"));
            }
        }

        return files.ToImmutable();
    }

    /// <summary>
    /// Without credentials, why those in files are not used: the file cannot be read, or they stand under another endpoint's name or none.
    /// </summary>
    private void WarnOfUnusedFiles(Credentials credentials, ImmutableArray<string> sections)
    {
        if (credentials is Credentials.Anonymous { AreNotKnownYet: false } && _failures.Count == 0)
        {
            _warnings.AddRange(_unreadable);
            _warnings.AddRange(_files.Where(f => HasSecrets(f.File)).Select(f =>
                $"the credentials in {f.Path} are not used, because they are not in the section of the configured endpoint, "
                + string.Join(" or ", sections.Distinct(StringComparer.OrdinalIgnoreCase).Select(s => $"[{s}]"))));
        }
    }

    private static bool HasSecrets(OvhConfFile file) =>
        ProviderConfigKeys.All.Any(key => key is { IsSecret: true, FileKey: { } name } && file.Has(name));

    private string? ReadSubsidiary(OvhEndpoint endpoint)
    {
        var key = ProviderConfigKeys.OvhSubsidiary;
        var source = _stack.Has(key) ? _stack : _environment;
        if (source.Value(key)?.ToUpperInvariant() is not { } subsidiary)
        {
            return null;
        }

        if (Subsidiaries.Problem(endpoint, subsidiary) is { } problem)
        {
            Fail(key, problem, source);
        }

        return subsidiary;
    }

    private int ReadInteger(ConfigKey key, int least, int most)
    {
        var standard = (int)((PropertyValue.Number)key.Default!).Value;
        if (_stack.Value(key) is not { } text)
        {
            return standard;
        }

        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        Fail(key, $"'{text}' is not a whole number from {least} to {most}");
        return standard;
    }

    private bool ReadBoolean(ConfigKey key)
    {
        var standard = ((PropertyValue.Bool)key.Default!).Value;
        if (_stack.Value(key) is not { } text)
        {
            return standard;
        }

        if (bool.TryParse(text, out var flag))
        {
            return flag;
        }

        Fail(key, $"'{text}' is not true or false");
        return standard;
    }

    private static bool IsStray(string name) => !name.StartsWith("__", StringComparison.Ordinal)
        && !EngineKeys.Contains(name) && ProviderConfigKeys.All.All(key => key.Name != name);

    /// <param name="source">Where the value is from. What is said is under the stack's key, so another place is named.</param>
    private void Fail(ConfigKey key, string reason, ConfigSource? source = null) => _failures.Add(new CheckFailure(
        key.Name, source is null || source == _stack ? reason : $"{reason}. This value is from {source.Name}"));
}
