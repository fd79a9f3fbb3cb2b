namespace PulumiOvhOrder.Configuration;

/// <summary>Where configuration may lie besides the stack; injected, so that tests see nothing of the machine.</summary>
/// <param name="ReadFile">A file's text; null when it does not exist or may not be read.</param>
internal sealed record ConfigSurroundings(
    Func<string, string?> Environment, string? WorkingDirectory, string? HomeDirectory, Func<string, string?> ReadFile)
{
    public static ConfigSurroundings OfThisProcess() => new(
        System.Environment.GetEnvironmentVariable,
        WorkingDirectoryIfAny(),
        System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile),
        ReadIfPossible);

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

    private static string? ReadIfPossible(string path)
    {
        try
        {
            return File.Exists(path) ? File.ReadAllText(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Another user's /etc/ovh.conf is no reason to fail: the credentials may come from elsewhere.
            return null;
        }
    }
}
