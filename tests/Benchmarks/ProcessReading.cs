using System.Globalization;

namespace PulumiOvhOrder.Benchmarks;

/// <summary>What the system says about a running process.</summary>
/// <param name="ResidentMiB">Resident now.</param>
/// <param name="PeakMiB">Resident at most, so far.</param>
/// <param name="CpuMs">Time that all its threads have run.</param>
/// <param name="Handles">Open files and sockets.</param>
internal sealed record ProcessReading(double ResidentMiB, double PeakMiB, double CpuMs, int Threads, int Handles)
{
    public static ProcessReading Of(int process)
    {
        var status = File.ReadLines($"/proc/{process}/status").Select(line => line.Split(':', 2)).ToDictionary(p => p[0], p => p[1]);
        return new ProcessReading(
            MiB("VmRSS"), MiB("VmHWM"), CpuOf(process),
            int.Parse(status["Threads"], CultureInfo.InvariantCulture), Directory.GetFileSystemEntries($"/proc/{process}/fd").Length);

        double MiB(string field) => double.Parse(status[field].AsSpan().Trim()[..^" kB".Length], CultureInfo.InvariantCulture) / 1024;
    }

    /// <summary>
    /// The scheduler counts nanoseconds where the usual figures count hundredths of a second; threads that have ended are missing.
    /// </summary>
    private static double CpuOf(int process) => Directory.GetDirectories($"/proc/{process}/task").Sum(thread =>
    {
        try
        {
            return double.Parse(File.ReadAllText(Path.Combine(thread, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture) / 1e6;
        }
        catch (IOException)
        {
            return 0;
        }
    });
}
