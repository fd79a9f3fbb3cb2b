using System.Globalization;

namespace PulumiOvhOrder.Simulator;

internal static class CommandLine
{
    public const string Usage = "usage: ovh-order-simulator [--port N] [--site eu|ca|us] [--delivery-delay SECONDS]";

    private const int DefaultPort = 8080;
    private const int DefaultDeliveryDelaySeconds = 2;

    /// <returns>Null where the arguments make no sense.</returns>
    public static SimulatorOptions? Parse(IReadOnlyList<string> arguments)
    {
        var options = new SimulatorOptions { Port = DefaultPort, DeliveryDelay = TimeSpan.FromSeconds(DefaultDeliveryDelaySeconds) };
        for (var i = 0; i < arguments.Count; i += 2)
        {
            var value = i + 1 < arguments.Count ? arguments[i + 1] : null;
            var next = value is null ? null : With(options, arguments[i], value);
            if (next is null)
            {
                return null;
            }

            options = next;
        }

        return options;
    }

    private static SimulatorOptions? With(SimulatorOptions options, string name, string value) => name switch
    {
        "--port" when ushort.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) => options with { Port = port },
        "--site" when ParseSite(value) is { } site => options with { Site = site },
        "--delivery-delay" when ParseSeconds(value) is { } delay => options with { DeliveryDelay = delay },
        _ => null,
    };

    private static Site? ParseSite(string value) => value switch
    {
        "eu" => Site.Eu,
        "ca" => Site.Ca,
        "us" => Site.Us,
        _ => null,
    };

    private static TimeSpan? ParseSeconds(string value) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 1_000_000
            ? TimeSpan.FromMilliseconds((double)(seconds * 1000))
            : null;
}
