namespace PulumiOvhOrder.Values;

/// <summary>Where a property stands, in the user's spelling: <c>options[1].configuration.key</c>, <c>configuration["a b"]</c>.</summary>
internal sealed record InputPath(string Value)
{
    public static InputPath Join(InputPath? parent, string name) => parent is null ? new(name) : parent.Under(name);

    public InputPath At(int index) => new($"{Value}[{index}]");

    public InputPath Under(string name) =>
        name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
            ? new($"{Value}.{name}")
            : new($"{Value}[\"{name.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]");

    public override string ToString() => Value;
}
