// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Reflection;

namespace Pulumi.OvhOrder
{
    static class Utilities
    {
        public static string? GetEnv(params string[] names)
        {
            foreach (var name in names)
            {
                var value = Environment.GetEnvironmentVariable(name);
                if (!string.IsNullOrEmpty(value))
                {
                    return value;
                }
            }

            return null;
        }

        public static bool? GetEnvBoolean(params string[] names) =>
            bool.TryParse(GetEnv(names), out var value) ? value : null;

        public static int? GetEnvInt32(params string[] names) =>
            int.TryParse(GetEnv(names), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;

        // A list that the provider left out is one that throws when it is looked into.
        public static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> items) => items.IsDefault ? ImmutableArray<T>.Empty : items;

        public static InvokeOptions WithDefaults(this InvokeOptions? source)
        {
            var options = new InvokeOptions
            {
                Parent = source?.Parent,
                Provider = source?.Provider,
                Version = source?.Version ?? Version,
                PluginDownloadURL = source?.PluginDownloadURL ?? "github://api.github.com/pulumi-ovh-order/pulumi-ovh-order",
            };
            return options;
        }

        public static InvokeOutputOptions WithDefaults(this InvokeOutputOptions? source)
        {
            var options = new InvokeOutputOptions
            {
                Parent = source?.Parent,
                Provider = source?.Provider,
                Version = source?.Version ?? Version,
                PluginDownloadURL = source?.PluginDownloadURL ?? "github://api.github.com/pulumi-ovh-order/pulumi-ovh-order",
                DependsOn = source?.DependsOn ?? new InputList<Resource>(),
            };
            return options;
        }

        public static string Version { get; } = ReadVersion();

        private static string ReadVersion()
        {
            var assembly = typeof(Utilities).GetTypeInfo().Assembly;
            using var stream = assembly.GetManifestResourceStream("Pulumi.OvhOrder.version.txt")
                ?? throw new InvalidOperationException("the package has no version.txt");
            using var reader = new StreamReader(stream);
            var lines = reader.ReadToEnd().Trim().Split('\n');
            // A file of two lines has the package's name in the first.
            return lines[lines.Length - 1].Trim();
        }
    }

    internal sealed class OvhOrderResourceTypeAttribute : global::Pulumi.ResourceTypeAttribute
    {
        public OvhOrderResourceTypeAttribute(string type) : base(type, Utilities.Version)
        {
        }
    }
}
