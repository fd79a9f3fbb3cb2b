using System.Reflection;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Tests.Unit.Architecture;

/// <summary>Which room may know which: calls go down, answers come back up, nothing reaches sideways.</summary>
public sealed class LayerTests
{
    private const string Root = "PulumiOvhOrder";

    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Values"] = [],
        ["Plugin"] = ["Values"],
        ["Rpc"] = ["Plugin", "Values"],
        ["Ovh"] = [],
        ["Ordering"] = ["Ovh"],
        ["Configuration"] = ["Ovh", "Plugin", "Values"],
        ["Resources"] = ["Ordering", "Ovh", "Plugin", "Values"],
        ["Functions"] = ["Ordering", "Ovh", "Plugin", "Resources", "Values"],
    };

    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void Rooms_know_only_the_rooms_below_them()
    {
        var wrong = Types()
            .SelectMany(type => Mentioned(type).Select(other => (From: Room(type), To: Room(other), Type: type, Other: other)))
            .Where(edge => edge.From is not null && edge.To is not null && edge.From != edge.To && !Allowed[edge.From].Contains(edge.To))
            .Select(edge => $"{edge.Type.FullName} -> {edge.Other.FullName}")
            .Distinct()
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_type_lives_in_a_room_or_builds_the_rooms()
    {
        string[] builders = ["Composition", "OrderPackage", "PackageSchemaResource", "Program"];

        Types().Where(t => Room(t) is null && t.Namespace?.StartsWith(Root, StringComparison.Ordinal) == true && !builders.Any(b => t.FullName!.StartsWith($"{Root}.{b}", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    private static IEnumerable<Type> Types() => typeof(IProvider).Assembly.GetTypes();

    private static string? Room(Type type) =>
        type.Namespace?.Split('.') is [Root, var room, ..] && Allowed.ContainsKey(room) ? room : null;

    /// <summary>Every type that a type's members, and the local variables and calls of its methods, mention.</summary>
    private static IEnumerable<Type> Mentioned(Type type) => Direct(type).SelectMany(Parts).Distinct();

    private static IEnumerable<Type> Direct(Type type)
    {
        if (type.BaseType is { } parent)
        {
            yield return parent;
        }

        foreach (var other in type.GetInterfaces().Concat(type.GetFields(All).Select(f => f.FieldType)).Concat(type.GetProperties(All).Select(p => p.PropertyType)))
        {
            yield return other;
        }

        foreach (var method in type.GetMethods(All).Cast<MethodBase>().Concat(type.GetConstructors(All)))
        {
            var mentioned = method.GetParameters().Select(p => p.ParameterType)
                .Concat(method is MethodInfo info ? [info.ReturnType] : [])
                .Concat(method.GetMethodBody()?.LocalVariables.Select(v => v.LocalType) ?? []);
            foreach (var other in mentioned)
            {
                yield return other;
            }
        }
    }

    private static IEnumerable<Type> Parts(Type type) => type.HasElementType ? Parts(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition())
        : [type];
}
