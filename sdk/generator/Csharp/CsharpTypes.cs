using System.Diagnostics;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>How the schema's names and types are spelled in C#.</summary>
internal sealed class CsharpTypes(string package)
{
    /// <summary>The attribute that ties a class to its token, as Pulumi's generator names it after the package.</summary>
    public string ResourceTypeAttribute { get; } = $"{package[(package.LastIndexOf('.') + 1)..]}ResourceTypeAttribute";

    /// <summary>The name of a parameter; of the words that C# keeps for itself, the schema may have these.</summary>
    public static string Parameter(string name) => name is "default" or "params" or "event" or "object" or "string" ? $"@{name}" : name;

    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary>What a program reads: the <c>T</c> of an <c>Output&lt;T&gt;</c>, or a result's field.</summary>
    public string Output(TypeModel type, bool required) => type switch
    {
        TypeModel.List list => $"ImmutableArray<{Output(list.Item, required: true)}>",
        TypeModel.Map map => $"ImmutableDictionary<string, {Output(map.Value, required: true)}>{Mark(required)}",
        TypeModel.Object item => $"Outputs.{item.Name}{Mark(required)}",
        _ => Scalar(type) + Mark(required),
    };

    /// <summary>What a program gives, as the type of a property; null-state included.</summary>
    public string Input(TypeModel type, InputShape shape, bool required) => (type, shape.IsPlain) switch
    {
        (TypeModel.List list, true) => $"List<{Item(list.Item, shape)}>",
        (TypeModel.Map map, true) => $"Dictionary<string, {Item(map.Value, shape)}>",
        (TypeModel.List list, false) => $"InputList<{Item(list.Item, shape)}>",
        (TypeModel.Map map, false) => $"InputMap<{Item(map.Value, shape)}>",
        (_, true) => Item(type, shape) + Mark(required),
        _ => $"Input<{Item(type, shape)}>{Mark(required)}",
    };

    private string Item(TypeModel type, InputShape shape) => type switch
    {
        TypeModel.Object item => $"Inputs.{item.Name}{shape.Suffix}",
        TypeModel.List or TypeModel.Map => Input(type, shape, required: true),
        _ => Scalar(type),
    };

    private string Scalar(TypeModel type) => type switch
    {
        TypeModel.Primitive primitive => primitive.Name,
        TypeModel.Enum item => $"{package}.{item.Name}",
        _ => throw new UnreachableException(),
    };

    private static string Mark(bool required) => required ? "" : "?";
}
