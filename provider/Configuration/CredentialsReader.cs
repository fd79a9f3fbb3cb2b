using System.Collections.Immutable;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Plugin;
using static PulumiOvhOrder.Configuration.ProviderConfigKeys;

namespace PulumiOvhOrder.Configuration;

/// <summary>
/// Takes the credentials as one complete set from the highest source that has one. Sets are never put together from two sources: half
/// of one account's and half of another's would fail in ways that no one understands.
/// </summary>
internal static class CredentialsReader
{
    private static readonly ImmutableArray<Kind> Kinds =
    [
        new(
            "an application key",
            [ApplicationKey, ApplicationSecret, ConsumerKey],
            v => new Credentials.ApplicationKey(v[0], new Secret(v[1]), new Secret(v[2]))),
        new("a service account", [ClientId, ClientSecret], v => new Credentials.OAuth2Client(v[0], new Secret(v[1]))),
        new("an access token", [AccessToken], v => new Credentials.AccessToken(new Secret(v[0]))),
    ];

    /// <summary>The credentials; anonymous where there are none, or where they are not known yet.</summary>
    public static Credentials Read(ImmutableArray<ConfigSource> sources, ICollection<CheckFailure> failures, ICollection<string> warnings)
    {
        (ConfigSource Source, Kind Kind)? incomplete = null;
        foreach (var source in sources)
        {
            var kinds = Kinds.Where(k => k.Keys.Any(source.Has)).ToImmutableArray();
            if (kinds.Length > 1)
            {
                failures.Add(Mixture(source, kinds));
                return new Credentials.Anonymous();
            }

            if (kinds is not [var kind])
            {
                continue;
            }

            // Not yet known, but there: another source would be another account.
            if (kind.Keys.Any(source.IsUnknown))
            {
                return new Credentials.Anonymous(AreNotKnownYet: true);
            }

            if (kind.Keys.All(source.Has))
            {
                if (incomplete is { } passedOver)
                {
                    warnings.Add(
                        $"{passedOver.Source.Name} has {Names(Present(passedOver))} without {Names(Missing(passedOver))}, so this is not "
                            + $"used. "
                        + $"The credentials come from {source.Name}");
                }

                foreach (var key in kind.Keys.Where(k => !new Secret(source.Value(k)!).IsHeaderValue))
                {
                    failures.Add(Unsendable(source, key));
                }

                return kind.Make([.. kind.Keys.Select(k => source.Value(k)!)]);
            }

            incomplete ??= (source, kind);
        }

        if (incomplete is { } set)
        {
            foreach (var key in Missing(set))
            {
                failures.Add(Incompleteness(set, key));
            }
        }

        return new Credentials.Anonymous();
    }

    private static CheckFailure Mixture(ConfigSource source, ImmutableArray<Kind> kinds)
    {
        var found = kinds.Select(k => $"{k.Name} ({Names(k.Keys.Where(source.Has))})");
        return new CheckFailure(
            kinds[^1].Keys.First(source.Has).Name,
            $"{source.Name} has {string.Join(" and ", found)}. These are different kinds of credentials. Keep one and remove the other");
    }

    private static CheckFailure Unsendable(ConfigSource source, ConfigKey key) => new(
        key.Name,
        $"the value from {source.Name} has a character that no credential has, such as a space, a line break or a letter with an accent. "
        + "Copy it again");

    private static CheckFailure Incompleteness((ConfigSource Source, Kind Kind) set, ConfigKey missing) => new(
        missing.Name,
        $"missing. {char.ToUpperInvariant(set.Kind.Name[0])}{set.Kind.Name[1..]} needs {Names(set.Kind.Keys)}, "
        + $"but {set.Source.Name} has only {Names(Present(set))}. "
        + $"Set {missing.QualifiedName}, {missing.Environment} in the environment or {missing.FileKey} in ovh.conf, "
        + "in the same place as the others");

    private static IEnumerable<ConfigKey> Present((ConfigSource Source, Kind Kind) set) => set.Kind.Keys.Where(set.Source.Has);

    private static IEnumerable<ConfigKey> Missing((ConfigSource Source, Kind Kind) set) => set.Kind.Keys.Where(k => !set.Source.Has(k));

    private static string Names(IEnumerable<ConfigKey> keys)
    {
        var names = keys.Select(k => k.Name).ToArray();
        return names.Length == 1 ? names[0] : $"{string.Join(", ", names[..^1])} and {names[^1]}";
    }

    private sealed record Kind(string Name, ImmutableArray<ConfigKey> Keys, Func<ImmutableArray<string>, Credentials> Make);
}
