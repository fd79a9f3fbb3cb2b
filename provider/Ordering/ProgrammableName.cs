namespace PulumiOvhOrder.Ordering;

/// <summary>A project's name, of which a program can have so much.</summary>
internal static class ProgrammableName
{
    public const int MaxLength = 255;

    /// <summary>As much of a name as a program can have: OVHcloud's own may be longer. No character is cut in two.</summary>
    public static string Of(string name) =>
        name.Length <= MaxLength ? name : name[..(char.IsHighSurrogate(name[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];
}
