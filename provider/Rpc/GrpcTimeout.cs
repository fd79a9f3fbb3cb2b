using System.Globalization;

namespace PulumiOvhOrder.Rpc;

/// <summary>The header <c>grpc-timeout</c>: up to eight digits and a unit.</summary>
internal static class GrpcTimeout
{
    /// <summary>No timer runs longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(49);

    /// <returns>Null when the client waits without limit.</returns>
    /// <exception cref="GrpcStatusException">The header says something else.</exception>
    public static TimeSpan? Parse(string? header)
    {
        if (string.IsNullOrEmpty(header))
        {
            return null;
        }

        var ticksPerUnit = header[^1] switch
        {
            'H' => TimeSpan.TicksPerHour,
            'M' => TimeSpan.TicksPerMinute,
            'S' => TimeSpan.TicksPerSecond,
            'm' => TimeSpan.TicksPerMillisecond,
            'u' => TimeSpan.TicksPerMicrosecond,
            'n' => 1.0 / TimeSpan.NanosecondsPerTick,
            _ => double.NaN,
        };
        if (double.IsNaN(ticksPerUnit) || header.Length > 9
            || !long.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
        {
            throw new GrpcStatusException(GrpcCode.InvalidArgument, $"malformed grpc-timeout '{header}'");
        }

        var ticks = amount * ticksPerUnit;
        return ticks < Longest.Ticks ? TimeSpan.FromTicks((long)ticks) : null;
    }
}
