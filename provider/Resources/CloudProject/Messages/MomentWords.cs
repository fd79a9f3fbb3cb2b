namespace PulumiOvhOrder.Resources.CloudProject;

internal static class MomentWords
{
    /// <summary>OVHcloud tells times in whatever offset; people read them in one.</summary>
    public static string InUtc(this DateTimeOffset moment) => $"{moment.ToUniversalTime():yyyy-MM-dd HH:mm} UTC";
}
