using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>
/// Pulumi.STACK.yaml: texts by <c>namespace:key</c>. A secret is written <c>{secret: text}</c>, in clear: the stand-in encrypts nothing.
/// </summary>
internal sealed record StackConfiguration(ImmutableSortedDictionary<string, PropertyValue> Values)
{
    public static StackConfiguration Empty { get; } = new(ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal));

    public static StackConfiguration Read(string text)
    {
        var values = Empty.Values.ToBuilder();
        foreach (var (key, value) in Yaml.Entries(Yaml.Load(text), "config"))
        {
            values[key] = value is YamlMappingNode secret ? SecretOf(Of(Yaml.RequiredText(secret, "secret"))) : Of(Yaml.Text(value));
        }

        return new StackConfiguration(values.ToImmutable());
    }

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
        (Text t, "integer") => long.TryParse(t.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? Of((double)number) : throw Unfit(declaration),
        (Text t, "boolean") => bool.TryParse(t.Value, out var flag) ? Of(flag) : throw Unfit(declaration),
        _ => value,
    };

    private static ProgramException Unfit(ConfigDeclaration declaration) =>
        new($"the stack's configuration key '{declaration.Name}' must be of type '{declaration.Type}'");
}
