namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Type tokens that the engine itself knows.</summary>
internal static class ResourceTypes
{
    public const string Stack = "pulumi:pulumi:Stack";
    public const string ProviderPrefix = "pulumi:providers:";

    /// <summary>YAML programs may leave out the module: <c>pkg:Type</c> means <c>pkg:index:Type</c>.</summary>
    public static string Canonical(string token) => token.Split(':') is [var package, var name] ? $"{package}:index:{name}" : token;

    /// <summary>The package that serves a type or function; for a provider resource, the package it configures.</summary>
    public static string Package(string token)
        => token.StartsWith(ProviderPrefix, StringComparison.Ordinal) ? token[ProviderPrefix.Length..] : token.Split(':')[0];
}
