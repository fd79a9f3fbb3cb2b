namespace PulumiOvhOrder.SdkGenerator;

internal static class GeneratedFiles
{
    /// <summary>Writes what differs and says which files did.</summary>
    public static IEnumerable<string> Write(string root, IReadOnlyDictionary<string, string> files)
    {
        foreach (var (path, text) in files.OrderBy(f => f.Key, StringComparer.Ordinal))
        {
            var file = Path.Combine(root, path);
            if (File.Exists(file) && File.ReadAllText(file) == text)
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
            yield return path;
        }
    }
}
