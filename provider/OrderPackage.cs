using System.Collections.Immutable;
using PulumiOvhOrder.Configuration;
using PulumiOvhOrder.Functions;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder;

/// <summary>The package as its schema shows it, put together from the one table of each resource, function and key.</summary>
internal static class OrderPackage
{
    /// <summary>The GitHub organization that releases come from. The one place where it is written.</summary>
    private const string Organization = "pulumi-ovh-order";

    public static PackageDefinition Definition { get; } = new()
    {
        Name = "ovh-order",
        DisplayName = "OVHcloud Order",
        Version = Composition.Version,
        Description = "A Pulumi package that orders OVHcloud Public Cloud projects. "
            + "`pulumi preview` shows the price; `pulumi up` places the order.",
        Keywords = ["pulumi", "ovh", "ovhcloud", "public-cloud", "order", "kind/native", "category/cloud"],
        License = "Apache-2.0",
        Publisher = "pulumi-ovh-order contributors",
        RepositoryPath = $"github.com/{Organization}/pulumi-ovh-order",
        JavaBasePackage = $"io.github.{Organization.Replace('-', '_')}",
        PluginDownloadUrl = $"github://api.github.com/{Organization}/pulumi-ovh-order",
        Configuration = [.. ProviderConfigKeys.All.Select(key => Property(key, hasEnvironment: true))],
        ProviderInputs = [.. ProviderConfigKeys.All.Select(key => Property(key, hasEnvironment: !IsCredential(key)))],
        Resources = [CloudProjectDefinition.Definition],
        Functions = [GetOffers.Definition, GetQuote.Definition, GetOrder.Definition, GetPendingCarts.Definition],
    };

    /// <summary>
    /// An SDK reads the environment of an explicit provider's arguments in the program, and what it finds ends in the state. Credentials
    /// must not; and one of another kind would be mixed with those that the program gives. The plugin reads these variables itself.
    /// </summary>
    private static bool IsCredential(ConfigKey key) => key != ProviderConfigKeys.Endpoint && key != ProviderConfigKeys.OvhSubsidiary;

    private static PropertyDefinition Property(ConfigKey key, bool hasEnvironment) => new(key.Name, TypeOf(key), Describe(key))
    {
        Secret = key.IsSecret,
        Default = key.Default switch
        {
            PropertyValue.Bool value => value.Value,
            PropertyValue.Number value => (long)value.Value,
            PropertyValue.Text value => value.Value,
            _ => null,
        },
        Environment = hasEnvironment && key.Environment is { } variable ? ImmutableArray.Create(variable) : [],
    };

    private static string Describe(ConfigKey key) => (key.Environment, key.FileKey) switch
    {
        ({ } variable, { } fileKey) =>
            $"{key.Description} Can also be set with the `{variable}` environment variable, or as `{fileKey}` in `ovh.conf`.",
        ({ } variable, null) => $"{key.Description} Can also be set with the `{variable}` environment variable.",
        _ => key.Description,
    };

    private static PropertyType TypeOf(ConfigKey key) => key.Type switch
    {
        ConfigType.Boolean => new PropertyType.Boolean(),
        ConfigType.Integer => new PropertyType.Integer(),
        _ => new PropertyType.Text(),
    };
}
