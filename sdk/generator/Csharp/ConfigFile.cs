namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>The stack's configuration of the package, as a program reads it.</summary>
internal static class ConfigFile
{
    public static string Write(PackageModel package)
    {
        var file = new CsharpFile(package.Namespace, "System.Collections.Immutable");
        file.Document($"The stack's configuration of the package `{package.Name}`.").Block("public static class Config", () =>
        {
            file.Line($"private static readonly global::Pulumi.Config __config = new global::Pulumi.Config(\"{package.Name}\");").Line();
            WriteHolder(file);
            foreach (var property in package.Configuration)
            {
                Write(file, property);
            }
        });
        return file.ToString();
    }

    /// <summary>Reads on each use until the program sets a value of its own.</summary>
    private static void WriteHolder(CsharpFile file) => file.Block("private sealed class __Value<T>", () => file
        .Line("private readonly System.Func<T> _getter;")
        .Line("private T _value = default!;")
        .Line("private bool _set;")
        .Line()
        .Block("public __Value(System.Func<T> getter)", () => file.Line("_getter = getter;"))
        .Line()
        .Line("public T Get() => _set ? _value : _getter();")
        .Line()
        .Block("public void Set(T value)", () => file.Line("_value = value;").Line("_set = true;"))).Line();

    private static void Write(CsharpFile file, PropertyModel property)
    {
        var name = CsharpTypes.Pascal(property.Name);
        var (type, getter, environment) = property.Type switch
        {
            TypeModel.Primitive { Name: "bool" } => ("bool?", $"__config.GetBoolean(\"{property.Name}\")", "GetEnvBoolean"),
            TypeModel.Primitive { Name: "int" } => ("int?", $"__config.GetInt32(\"{property.Name}\")", "GetEnvInt32"),
            _ => ("string?", $"__config.Get(\"{property.Name}\")", "GetEnv"),
        };
        var fallback = property.Environment.IsEmpty
            ? ""
            : $" ?? Utilities.{environment}({string.Join(", ", property.Environment.Select(v => $"\"{v}\""))})";
        file.Line($"private static readonly __Value<{type}> _{property.Name} = new __Value<{type}>(() => {getter}{fallback});").Line();
        file.Document(property.Description).Block($"public static {type} {name}", () => file
            .Line($"get => _{property.Name}.Get();")
            .Line($"set => _{property.Name}.Set(value);"));
        file.Line();
    }
}
