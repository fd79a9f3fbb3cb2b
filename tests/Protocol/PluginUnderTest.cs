namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>
/// The provider's executable: the one that <c>ORDER_PLUGIN</c> names, as CI names what was packaged and installed, or the one beside the
/// tests.
/// </summary>
internal static class PluginUnderTest
{
    public static string Path { get; } = Environment.GetEnvironmentVariable("ORDER_PLUGIN") is { Length: > 0 } named
        ? named
        : System.IO.Path.Combine(AppContext.BaseDirectory, "pulumi-resource-ovh-order");
}
