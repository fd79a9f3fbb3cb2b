using System.Collections.Immutable;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>A class that a program reads: a nested type of an output, or a function's result.</summary>
internal static class OutputClass
{
    public static void Write(
        CsharpFile file, string className, string description, ImmutableArray<PropertyModel> properties, CsharpTypes types) =>
        file.Document(description).Line("[OutputType]").Block($"public sealed class {className}", () =>
        {
            foreach (var property in properties)
            {
                file.Document(property.Description)
                    .Line($"public readonly {types.Output(property.Type, property.Required)} {CsharpTypes.Pascal(property.Name)};");
            }

            file.Line().Line("[OutputConstructor]").Line($"private {className}(");
            for (var i = 0; i < properties.Length; i++)
            {
                var last = i == properties.Length - 1;
                file.Continued($"{types.Output(properties[i].Type, properties[i].Required)} "
                    + $"{CsharpTypes.Parameter(properties[i].Name)}{(last ? ")" : ",")}");
                if (!last)
                {
                    file.Line();
                }
            }

            file.Block("", () =>
            {
                foreach (var property in properties)
                {
                    // A list that is absent comes as one that cannot be looked into.
                    var name = CsharpTypes.Parameter(property.Name);
                    var value = property.Type is TypeModel.List ? $"{name}.OrEmpty()" : name;
                    file.Line($"{CsharpTypes.Pascal(property.Name)} = {value};");
                }
            });
        });
}
