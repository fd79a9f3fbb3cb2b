namespace PulumiOvhOrder.Values;

/// <summary>
/// <c>urn:pulumi:STACK::PROJECT::[PARENT$]TYPE::NAME</c>: the one name of a resource across runs, machines and processes.
/// </summary>
internal readonly record struct Urn(string Value)
{
    private const string Separator = "::";

    public string Stack => Part(0) is { } head ? head[(head.LastIndexOf(':') + 1)..] : "";

    public string Project => Part(1) ?? "";

    /// <summary>The type token, without the types of the parents.</summary>
    public string Type => Part(2) is { } chain ? chain[(chain.LastIndexOf('$') + 1)..] : "";

    /// <summary>The resource's name; it may itself contain the separator.</summary>
    public string Name => Part(3) ?? "";

    public override string ToString() => Value;

    private string? Part(int index) => Value?.Split(Separator, 4) is { } parts && parts.Length > index ? parts[index] : null;
}
