using System.Collections.Immutable;

namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>A class that takes values: arguments of a resource, of a function, of a provider, or of a nested type.</summary>
internal sealed record ArgumentClass(
    string Name, string Description, string BaseClass, InputShape Shape, ImmutableArray<PropertyModel> Properties)
{
    /// <summary>Providers take everything but strings as JSON text.</summary>
    public bool IsProvider { get; init; }

    /// <summary>State says what may be known; nothing of it is required.</summary>
    public bool IsState => Shape == InputShape.State;

    public void Write(CsharpFile file, CsharpTypes types)
    {
        file.Document(Description).Block($"public sealed class {Name} : {BaseClass}", () =>
        {
            foreach (var property in Properties)
            {
                WriteProperty(file, types, property);
                file.Line();
            }

            var defaults = Properties.Where(p => !p.Environment.IsEmpty).ToList();
            file.Document("Without any value set.").Block($"public {Name}()", () =>
            {
                foreach (var property in defaults)
                {
                    var variables = string.Join(", ", property.Environment.Select(v => $"\"{v}\""));
                    file.Block($"if (Utilities.GetEnv({variables}) is {{ }} {property.Name})", () =>
                        file.Line($"{CsharpTypes.Pascal(property.Name)} = {property.Name};"));
                }
            });
            file.Line();
            file.Document("No values at all.");
            file.Line($"public static new {Name} Empty => new {Name}();");
        });
    }

    private void WriteProperty(CsharpFile file, CsharpTypes types, PropertyModel property)
    {
        var required = property.Required && !IsState;
        var name = CsharpTypes.Pascal(property.Name);
        var type = types.Input(property.Type, Shape, required);
        var isJson = IsProvider && property.Type is not TypeModel.Primitive { Name: "string" };
        var attribute = $"[Input(\"{property.Name}\"{(required ? ", required: true" : "")}{(isJson ? ", json: true" : "")})]";

        if (property.Type is TypeModel.List or TypeModel.Map)
        {
            file.Line(attribute).Line($"private {type}? _{property.Name};").Line();
            file.Document(property.Description).Block($"public {type} {name}", () => file
                .Line($"get => _{property.Name} ?? (_{property.Name} = new {type}());")
                .Line($"set => _{property.Name} = value;"));
            return;
        }

        if (property.Secret && !Shape.IsPlain)
        {
            file.Line(attribute).Line($"private {type} _{property.Name}{(required ? " = null!" : "")};").Line();
            file.Document(property.Description).Block($"public {type} {name}", () => file
                .Line($"get => _{property.Name};")
                .Block("set", () => file
                    .Line("// Nothing but the mark of a secret goes with the value.")
                    .Line("var secret = Output.CreateSecret(0);")
                    .Line($"_{property.Name} = Output.Tuple<{type}, int>(value, secret).Apply(pair => pair.Item1);")));
            return;
        }

        var needsNull = required && property.Type is not TypeModel.Primitive { IsValue: true } || (required && !Shape.IsPlain);
        file.Document(property.Description).Line(attribute).Line($"public {type} {name} {{ get; set; }}{(needsNull ? " = null!;" : "")}");
    }
}
