namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>
/// Pulumi.STACK.yaml: texts by <c>namespace:key</c>. A secret is written <c>{secret: text}</c>, in clear: the stand-in encrypts nothing.
/// </summary>
internal sealed record StackConfiguration(ImmutableSortedDictionary<string, PropertyValue> Values)
{
    public static StackConfiguration Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    public static StackConfiguration Read(string text) => new(Yaml.Section(Yaml.Load(text), "config").Items.ToImmutableSortedDictionary(
        c => c.Key,
        c => c.Value is Map secret ? SecretOf(Of(Yaml.Text(secret, "secret"))) : Of(PropertyText.Plain(c.Value)),
        StringComparer.Ordinal));

    /// <summary>The inputs of a package's default provider: always texts, whatever they mean.</summary>
    public Map Provider(string package) => new(Values
        .Where(v => v.Key.StartsWith(package + ":", StringComparison.Ordinal))
        .ToImmutableSortedDictionary(v => v.Key[(package.Length + 1)..], v => v.Value, StringComparer.Ordinal));

    /// <summary>A configuration value that the program declares, as its declared type.</summary>
    public PropertyValue Program(string project, ConfigDeclaration declaration)
    {
        var value = Values.TryGetValue($"{project}:{declaration.Name}", out var text) ? Typed(text, declaration)
            : declaration.Default ?? throw new ProgramException(
                $"missing required configuration variable '{project}:{declaration.Name}'; run `pulumi config set {declaration.Name}`");
        return declaration.Secret ? SecretOf(value) : value;
    }

    private static PropertyValue Typed(PropertyValue value, ConfigDeclaration declaration) => (value, declaration.Type) switch
    {
        (Secret s, _) => SecretOf(Typed(s.Value, declaration)),
        (Text t, "integer" or "boolean") => declaration.Fits(Yaml.Plain(t.Value)) ? Yaml.Plain(t.Value) : throw new ProgramException(
            $"the stack's configuration key '{declaration.Name}' must be of type '{declaration.Type}'"),
        _ => value,
    };
}
