using System.Collections.Immutable;
using System.Globalization;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Plugin.Schema;

/// <summary>
/// Holds values against their definitions and reports every problem at once, each under its own path. What is unknown passes.
/// </summary>
internal static class DefinitionCheck
{
    public static IEnumerable<CheckFailure> Check(ImmutableArray<PropertyDefinition> definitions, PropertyValue.Map values) =>
        CheckObject(definitions, values, path: null);

    private static IEnumerable<CheckFailure> CheckObject(
        ImmutableArray<PropertyDefinition> definitions, PropertyValue.Map values, InputPath? path)
    {
        foreach (var definition in definitions)
        {
            var value = values[definition.Name];
            var here = InputPath.Join(path, definition.Name);
            if (value is null && definition.Required)
            {
                yield return new CheckFailure(here.ToString(), "is required, but was not set");
            }
            else if (value is not null)
            {
                foreach (var failure in CheckValue(definition.Type, value.Plain(), here))
                {
                    yield return failure;
                }
            }
        }

        var named = values.Items.Keys.Where(k => !k.StartsWith("__", StringComparison.Ordinal));
        foreach (var name in named.Where(k => !definitions.Any(d => d.Name == k)))
        {
            yield return new CheckFailure(
                InputPath.Join(path, name).ToString(),
                $"is not a known property. Known properties: {string.Join(", ", definitions.Select(d => d.Name))}");
        }
    }

    private static IEnumerable<CheckFailure> CheckValue(PropertyType type, PropertyValue value, InputPath path)
    {
        switch (type, value)
        {
            case (_, PropertyValue.Unknown):
                return [];
            case (PropertyType.ListOf list, PropertyValue.List items):
                return items.Items.SelectMany((item, i) => CheckValue(list.Item, item, path.At(i)));
            case (PropertyType.MapOf map, PropertyValue.Map entries):
                return entries.Items.Where(e => e.Value is not PropertyValue.Null)
                    .SelectMany(e => CheckValue(map.Value, e.Value, path.Under(e.Key)));
            case (PropertyType.Nested nested, PropertyValue.Map fields):
                return CheckObject(nested.Definition.Properties, fields, path);
            default:
                return ScalarProblem(type, value) is { } problem ? [new CheckFailure(path.ToString(), problem)] : [];
        }
    }

    private static string? ScalarProblem(PropertyType type, PropertyValue value) => (type, value) switch
    {
        (PropertyType.Boolean, PropertyValue.Bool) => null,
        (PropertyType.Text text, PropertyValue.Text given) => LengthProblem(text, given.Value.Length),
        (PropertyType.Choice choice, PropertyValue.Text given) => choice.Values.Values.Any(v => v.Value == given.Value)
            ? null
            : $"must be one of {string.Join(", ", choice.Values.Values.Select(v => $"\"{v.Value}\""))}",
        (PropertyType.Integer, PropertyValue.Number given) when given.Value != Math.Floor(given.Value) || Math.Abs(given.Value) > 1L << 53
            => "must be a whole number",
        (PropertyType.Integer integer, PropertyValue.Number given) => given.Value < integer.Minimum ? AtLeast(integer.Minimum) : null,
        (PropertyType.Number, PropertyValue.Number { Value: var n }) when !double.IsFinite(n) => "must be a finite number",
        (PropertyType.Number number, PropertyValue.Number given) => given.Value < number.Minimum ? AtLeast(number.Minimum)
            : given.Value >= PropertyReader.MostMoney ? "must be below 1000000000000000. Remove it for no limit" : null,
        _ => $"must be {Describe(type)}, not {Describe(value)}",
    };

    private static string? LengthProblem(PropertyType.Text text, int length) =>
        length < text.MinimumLength && length == 0 ? "must not be empty"
        : length < text.MinimumLength ? $"must have at least {text.MinimumLength} characters"
        : length > text.MaximumLength ? $"must have at most {text.MaximumLength} characters, but has {length}"
        : null;

    private static string AtLeast(double minimum) => string.Create(CultureInfo.InvariantCulture, $"must be at least {minimum}");

    private static string Describe(PropertyType type) => type switch
    {
        PropertyType.Boolean => "true or false",
        PropertyType.Integer => "a whole number",
        PropertyType.Number => "a number",
        PropertyType.Text or PropertyType.Choice => "a string",
        PropertyType.ListOf => "a list",
        PropertyType.MapOf => "a map",
        _ => "an object",
    };

    private static string Describe(PropertyValue value) => value switch
    {
        PropertyValue.Null => "null",
        PropertyValue.Bool => "a boolean",
        PropertyValue.Number => "a number",
        PropertyValue.Text => "a string",
        PropertyValue.List => "a list",
        PropertyValue.Map => "an object",
        PropertyValue.Asset => "an asset",
        _ => "a value of another kind",
    };
}
