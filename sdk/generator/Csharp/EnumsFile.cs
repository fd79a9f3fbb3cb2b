namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>Enums, open to values that a later version of the plugin may have.</summary>
internal static class EnumsFile
{
    public static string Write(PackageModel package)
    {
        var file = new CsharpFile(package.Namespace, "System", "System.ComponentModel", "Pulumi");
        foreach (var (type, i) in package.Enums.Select((type, i) => (type, i)))
        {
            if (i > 0)
            {
                file.Line();
            }

            Write(file, type);
        }

        return file.ToString();
    }

    private static void Write(CsharpFile file, EnumModel type)
    {
        var name = type.Name;
        file.Document(type.Description).Line("[EnumType]").Block($"public readonly struct {name} : IEquatable<{name}>", () =>
        {
            file.Line("private readonly string _value;")
                .Line()
                .Block($"private {name}(string value)", () =>
                    file.Line("_value = value ?? throw new ArgumentNullException(nameof(value));"))
                .Line();
            foreach (var value in type.Values)
            {
                file.Document(value.Description).Line($"public static {name} {value.Name} {{ get; }} = new {name}(\"{value.Value}\");")
                    .Line();
            }

            file.Line("/// <summary>Whether both are the same value.</summary>")
                .Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);")
                .Line()
                .Line("/// <summary>Whether they are different values.</summary>")
                .Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);")
                .Line()
                .Line("/// <summary>The value as the API spells it.</summary>")
                .Line($"public static explicit operator string({name} value) => value._value;")
                .Line()
                .Line("/// <inheritdoc />")
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line($"public override bool Equals(object? obj) => obj is {name} other && Equals(other);")
                .Line()
                .Line("/// <summary>Whether both are the same value.</summary>")
                .Line($"public bool Equals({name} other) => string.Equals(_value, other._value, StringComparison.Ordinal);")
                .Line()
                .Line("/// <inheritdoc />")
                .Line("[EditorBrowsable(EditorBrowsableState.Never)]")
                .Line("public override int GetHashCode() => _value?.GetHashCode() ?? 0;")
                .Line()
                .Line("/// <summary>The value as the API spells it.</summary>")
                .Line("public override string ToString() => _value;");
        });
    }
}
