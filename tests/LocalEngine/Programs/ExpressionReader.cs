using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Values;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace PulumiOvhOrder.LocalEngine.Programs;

/// <summary>Turns YAML nodes into expressions.</summary>
internal static class ExpressionReader
{
    public static Expression Read(YamlNode node) => node switch
    {
        YamlScalarNode { Style: ScalarStyle.Plain } s => Plain(s.Value ?? ""),
        YamlScalarNode s => Text(s.Value ?? ""),
        YamlSequenceNode s => new Expression.List([.. s.Children.Select(Read)]),
        YamlMappingNode m when m.Children.Count == 1 && Yaml.Text(m.Children[0].Key).StartsWith("fn::", StringComparison.Ordinal)
            => Function(Yaml.Text(m.Children[0].Key), m.Children[0].Value),
        YamlMappingNode m => new Expression.Map(Entries(m)),
        _ => throw new ProgramException($"unexpected {node.NodeType} in the program"),
    };

    public static ImmutableArray<VariableDeclaration> Entries(YamlMappingNode? node)
        => node is null ? [] : [.. node.Children.Select(c => new VariableDeclaration(Yaml.Text(c.Key), Read(c.Value)))];

    /// <summary>Text with references: <c>${a.b}</c> alone keeps the type of what it names; <c>$${</c> is a literal <c>${</c>.</summary>
    public static Expression Text(string text)
    {
        var parts = ImmutableArray.CreateBuilder<Expression>();
        var literal = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text.AsSpan(i).StartsWith("$${"))
            {
                literal.Append("${");
                i += 2;
            }
            else if (text.AsSpan(i).StartsWith("${"))
            {
                var end = text.IndexOf('}', i);
                if (end < 0)
                {
                    throw new ProgramException($"'{text}' lacks a closing brace");
                }

                Flush();
                parts.Add(new Expression.Reference(PropertyPath.Parse(text[(i + 2)..end])));
                i = end;
            }
            else
            {
                literal.Append(text[i]);
            }
        }

        Flush();
        return parts switch
        {
            [] => new Expression.Literal(PropertyValue.Of("")),
            [var only] => only,
            _ => new Expression.Interpolation(parts.ToImmutable()),
        };

        void Flush()
        {
            if (literal.Length > 0)
            {
                parts.Add(new Expression.Literal(PropertyValue.Of(literal.ToString())));
                literal.Clear();
            }
        }
    }

    private static Expression Plain(string text) => text switch
    {
        "" or "~" or "null" => new Expression.Literal(PropertyValue.None),
        "true" => new Expression.Literal(PropertyValue.Of(true)),
        "false" => new Expression.Literal(PropertyValue.Of(false)),
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            => new Expression.Literal(PropertyValue.Of(number)),
        _ => Text(text),
    };

    private static Expression Function(string name, YamlNode argument) => name switch
    {
        "fn::secret" => new Expression.Secret(Read(argument)),
        "fn::invoke" when argument is YamlMappingNode m => new Expression.Invoke(
            ResourceTypes.Canonical(Yaml.RequiredText(m, "function")),
            new Expression.Map(Entries(Yaml.Map(m, "arguments"))),
            Yaml.OptionalText(m, "return"),
            Yaml.Map(m, "options") is { } options && Yaml.Child(options, "provider") is { } provider ? Read(provider) as Expression.Reference : null),
        // fn::pkg:name and fn::pkg:module:name are short for an invoke with these arguments.
        _ when name["fn::".Length..].Contains(':', StringComparison.Ordinal) => new Expression.Invoke(
            ResourceTypes.Canonical(name["fn::".Length..]), new Expression.Map(Entries(argument as YamlMappingNode)), null, null),
        _ => throw new ProgramException($"{name} is not known to this stand-in"),
    };
}
