using System.Reflection;
using System.Text;

namespace PulumiOvhOrder.Tests.Unit.Sdk;

/// <summary>What a package shows to programs, as a text that a person can approve.</summary>
internal static class PublicSurface
{
    private const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.FullName);
            if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType))
            {
                text.Append(" : ").Append(Name(parent));
            }

            text.Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>Types, properties and fields, by the names that a documentation file gives them.</summary>
    public static IEnumerable<string> DocumentedNames(Assembly assembly) => assembly.GetExportedTypes().SelectMany(type =>
        (string[])
        [
            $"T:{type.FullName}",
            .. type.GetProperties(Own).Select(p => $"P:{type.FullName}.{p.Name}"),
            .. type.GetFields(Own).Select(f => $"F:{type.FullName}.{f.Name}"),
        ]);

    private static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetConstructors().Select(c => $"new({Parameters(c)})"),
        .. type.GetProperties(Own).Select(p =>
            $"{Static(p.GetMethod!)}{Name(p)}{Marks(p)} {{ get;{(p.SetMethod is { IsPublic: true } ? " set;" : "")} }}"),
        .. type.GetFields(Own).Select(f => $"{f.Name}: {Name(Nullability.Create(f))}"),
        .. type.GetMethods(Own).Where(m => !m.IsSpecialName || m.Name.StartsWith("op_", StringComparison.Ordinal))
            .Select(m => $"{Static(m)}{m.Name}({Parameters(m)}): {Name(Nullability.Create(m.ReturnParameter))}"),
    ];

    /// <summary>The name that goes over the wire, and whether a value must be given; a list's attribute stands on its field.</summary>
    private static string Marks(PropertyInfo property)
    {
        var name = $"_{char.ToLowerInvariant(property.Name[0])}{property.Name[1..]}";
        var field = property.DeclaringType!.GetField(name, BindingFlags.NonPublic | BindingFlags.Instance);
        var input = property.GetCustomAttribute<Pulumi.InputAttribute>() ?? field?.GetCustomAttribute<Pulumi.InputAttribute>();
        return (property.GetCustomAttribute<Pulumi.OutputAttribute>(), input) switch
        {
            ({ } output, _) => $" [Output {output.Name}]",
            (_, { } i) => $" [Input {i.Name}{(i.IsRequired ? ", required" : "")}{(i.Json ? ", json" : "")}]",
            _ => "",
        };
    }

    private static string Kind(Type type) => type switch
    {
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Static(MethodBase method) => method.IsStatic ? "static " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters()
        .Select(p => $"{Name(Nullability.Create(p))} {p.Name}{(p.HasDefaultValue ? " = null" : "")}"));

    private static string Name(PropertyInfo property) => $"{property.Name}: {Name(Nullability.Create(property))}";

    private static string Name(NullabilityInfo info)
    {
        var inner = Nullable.GetUnderlyingType(info.Type);
        var name = inner is not null ? Name(inner)
            : info.GenericTypeArguments.Length > 0 ? $"{Bare(info.Type)}<{string.Join(", ", info.GenericTypeArguments.Select(Name))}>"
            : Name(info.Type);
        return inner is not null || (!info.Type.IsValueType && info.ReadState == NullabilityState.Nullable) ? name + "?" : name;
    }

    private static string Name(Type type) => type.IsGenericType
        ? $"{Bare(type)}<{string.Join(", ", type.GenericTypeArguments.Select(Name))}>"
        : Bare(type);

    private static string Bare(Type type) => type switch
    {
        _ when type == typeof(string) => "string",
        _ when type == typeof(bool) => "bool",
        _ when type == typeof(int) => "int",
        _ when type == typeof(double) => "double",
        _ when type == typeof(object) => "object",
        _ when type.Namespace!.StartsWith("Pulumi.OvhOrder.", StringComparison.Ordinal) =>
            $"{type.Namespace["Pulumi.OvhOrder.".Length..]}.{type.Name}",
        _ => type.Name.Split('`')[0],
    };
}
