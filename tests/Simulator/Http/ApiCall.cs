using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PulumiOvhOrder.Simulator.Auth;
using PulumiOvhOrder.Simulator.SideDoor;

namespace PulumiOvhOrder.Simulator.Http;

/// <summary>What a route's handler sees of a call: its parameters, checked and typed, and the world it acts on.</summary>
internal sealed class ApiCall
{
    private readonly Dictionary<string, string> _path;
    private readonly Dictionary<string, StringValues> _query;

    // Parsed when a handler asks: most calls have none, and the token route's is a form.
    private readonly Lazy<JsonElement?> _body;

    public ApiCall(World world, RouteTable routes, Route route, ApiRequest request, Caller? caller)
    {
        World = world;
        Routes = routes;
        Caller = caller;
        Request = request;
        _path = PathParameters(route, request.Path);
        _query = QueryHelpers.ParseQuery(request.Query);
        _body = new Lazy<JsonElement?>(() => request.Body.IsEmpty ? null : ParseBody(request.Body));
    }

    public World World { get; }

    public RouteTable Routes { get; }

    public ApiRequest Request { get; }

    /// <summary>Null where the call came without credentials.</summary>
    public Caller? Caller { get; }

    public SimulatorSettings Settings => World.Settings;

    public DateTimeOffset Now => World.Now;

    public string Path(string name) => _path[name];

    public long PathLong(string name) => long.Parse(_path[name], CultureInfo.InvariantCulture);

    public string? Query(string name) => _query.TryGetValue(name, out var values) ? values.ToString() : null;

    public DateTimeOffset? QueryDate(string name) => Query(name) is { } text ? ParseDate(name, text) : null;

    /// <returns>Null where the property is missing or null.</returns>
    public JsonElement? Property(string name) =>
        _body.Value is { ValueKind: JsonValueKind.Object } body
        && body.TryGetProperty(name, out var value)
        && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public string? Text(string name) => Property(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => value.GetString(),
        // Numbers and booleans are taken for text, as loosely typed clients send them so.
        { ValueKind: JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False } value => value.GetRawText(),
        { } value => throw WrongType(name, value.GetRawText(), "string"),
    };

    public string RequiredText(string name) => Text(name) ?? throw Missing(name);

    public long? Long(string name) => Property(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt64(out var number) => number,
        { ValueKind: JsonValueKind.String } value when TryLong(value.GetString(), out var number) => number,
        { } value => throw WrongType(name, value.ToString(), "long"),
    };

    public long RequiredLong(string name) => Long(name) ?? throw Missing(name);

    public bool Flag(string name) => Property(name) switch
    {
        null => false,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        { } value => throw WrongType(name, value.ToString(), "boolean"),
    };

    public DateTimeOffset? Date(string name) => Text(name) is { } text ? ParseDate(name, text) : null;

    public static ApiException WrongType(string name, string value, string type) =>
        ApiException.BadRequest($"[{name}] Given data ({value}) is not valid for type {type}");

    public static ApiException Missing(string name) => ApiException.BadRequest($"Missing parameter(s): {name}");

    private static DateTimeOffset ParseDate(string name, string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? date
            : throw WrongType(name, text, "datetime");

    private static bool TryLong(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static Dictionary<string, string> PathParameters(Route route, string path)
    {
        var parameters = new Dictionary<string, string>();
        foreach (var (segment, raw) in route.Segments.Zip(path.Split('/')).Where(pair => pair.First.StartsWith('{')))
        {
            var (name, type) = segment[1..^1].Split(':') is [var typed, var typeName] ? (typed, typeName) : (segment[1..^1], "string");
            var value = Uri.UnescapeDataString(raw);
            var valid = type switch
            {
                "long" => TryLong(value, out _),
                "uuid" => Guid.TryParseExact(value, "D", out _),
                _ => true,
            };
            parameters[name] = valid ? value : throw WrongType(name, value, type);
        }

        return parameters;
    }

    private static JsonElement? ParseBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(body.Span);
        }
        catch (JsonException)
        {
            throw ApiException.BadRequest("Invalid JSON received");
        }
    }
}
