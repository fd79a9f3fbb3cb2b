using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace PulumiOvhOrder.Configuration;

/// <summary>Where configuration may lie besides the stack; injected, so that tests see nothing of the machine.</summary>
/// <param name="ReadFile">
/// A file, or null when it does not exist; throws <see cref="InvalidDataException"/> with the rest of a sentence that
/// begins with the path when it cannot be configuration.
/// </param>
internal sealed record ConfigEnvironment(
    Func<string, string?> Environment, string? WorkingDirectory, string? HomeDirectory, Func<string, ConfigFileText?> ReadFile)
{
    public static ConfigEnvironment OfThisProcess() => new(
        System.Environment.GetEnvironmentVariable,
        WorkingDirectoryIfAny(),
        System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
        ConfigFileText.ReadIfPossible);

    /// <summary>It may have been deleted since the engine was started there.</summary>
    private static string? WorkingDirectoryIfAny()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

/// <param name="IsReadableByAll">Whether every user of the machine may read it.</param>
/// <param name="Problem">Why it could not be read, in the system's words; null where it could.</param>
internal sealed record ConfigFileText(string Text, bool IsReadableByAll = false, string? Problem = null)
{
    private const int MaxBytes = 1 << 20;
    private const int ReadOnly = 0;
    private const int NonBlockingOnLinux = 0x800;
    private const int NonBlockingOnMacOS = 0x4;

    /// <exception cref="InvalidDataException">It is no regular file, or too large.</exception>
    public static ConfigFileText? ReadIfPossible(string path)
    {
        try
        {
            return File.Exists(path) ? Read(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's /etc/ovh.conf is no reason to fail: the credentials may come from elsewhere.
            return new ConfigFileText("", Problem: e.Message);
        }
    }

    private static ConfigFileText Read(string path)
    {
        using var handle = OperatingSystem.IsWindows() ? File.OpenHandle(path) : OpenAtOnce(path);
        using var file = new FileStream(handle, FileAccess.Read, bufferSize: 0);
        if (!file.CanSeek)
        {
            throw new InvalidDataException("is a pipe or a device, not a configuration file. Remove it");
        }

        // One byte more than allowed tells a larger file, whatever its length claims: a device has none.
        var bytes = new byte[MaxBytes + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        if (length > MaxBytes)
        {
            throw new InvalidDataException("is larger than 1 MiB, too large for a configuration file. Remove it");
        }

        using var reader = new StreamReader(new MemoryStream(bytes, 0, length));
        return new ConfigFileText(
            reader.ReadToEnd(),
            !OperatingSystem.IsWindows() && File.GetUnixFileMode(handle).HasFlag(UnixFileMode.OtherRead));
    }

    /// <summary>Opening a pipe blocks until it has a writer, unless it is opened like this. .NET has no option for it.</summary>
    private static SafeFileHandle OpenAtOnce(string path)
    {
        var descriptor = Open(path, ReadOnly | (OperatingSystem.IsMacOS() ? NonBlockingOnMacOS : NonBlockingOnLinux));
        return descriptor >= 0
            ? new SafeFileHandle(descriptor, ownsHandle: true)
            : throw new IOException(Marshal.GetLastPInvokeErrorMessage());
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int Open([MarshalAs(UnmanagedType.LPUTF8Str)] string path, int flags);
}
