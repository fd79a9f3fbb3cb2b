namespace PulumiOvhOrder.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        for (var folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "PulumiOvhOrder.sln")))
            {
                return folder;
            }
        }

        throw new InvalidOperationException("the tests run outside of a checkout");
    }
}
