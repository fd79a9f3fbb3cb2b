using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PulumiOvhOrder.Ovh;

/// <summary>One call: verb, path, how it may be repeated, and what is sent.</summary>
internal sealed record Route
{
    private Route(HttpMethod method, RoutePath path, Repeatability repeatability)
    {
        (Method, Template, Target, Repeatability) = (method, path.Template, path.Target, repeatability);
    }

    public HttpMethod Method { get; }

    /// <summary>The path with its placeholders, for logs and errors: it never carries a value.</summary>
    public string Template { get; }

    /// <summary>Path and query as sent.</summary>
    public string Target { get; private init; }

    public Repeatability Repeatability { get; }

    public ReadOnlyMemory<byte>? Body { get; private init; }

    /// <summary>Equal calls in flight at the same moment share one answer.</summary>
    public bool IsShared { get; private init; }

    public static Route Get(RoutePath path) => new(HttpMethod.Get, path, Repeatability.Safe);

    public static Route Put(RoutePath path) => new(HttpMethod.Put, path, Repeatability.Idempotent);

    public static Route Delete(RoutePath path) => new(HttpMethod.Delete, path, Repeatability.Idempotent);

    /// <summary>A POST has no natural repeatability; whoever writes one says which it is.</summary>
    public static Route Post(Repeatability repeatability, RoutePath path) => new(HttpMethod.Post, path, repeatability);

    public Route With<T>(T body, JsonTypeInfo<T> type) => this with { Body = JsonSerializer.SerializeToUtf8Bytes(body, type) };

    /// <summary>Adds a query parameter; null leaves it out.</summary>
    public Route Query(string name, string? value)
    {
        var separator = Target.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        return value is null ? this : this with { Target = $"{Target}{separator}{name}={Uri.EscapeDataString(value)}" };
    }

    public Route Shared() => this with { IsShared = true };

    public override string ToString() => $"{Method} {Template}";
}

/// <summary>Built from <c>$"/order/cart/{cartId}"</c>: the escaped path, and the template in which each hole keeps its name.</summary>
[InterpolatedStringHandler]
internal readonly struct RoutePath
{
    private readonly StringBuilder _template;
    private readonly StringBuilder _target;

    public RoutePath(int literalLength, int formattedCount)
    {
        _template = new StringBuilder(literalLength + (formattedCount * 16));
        _target = new StringBuilder(literalLength + (formattedCount * 36));
    }

    public string Template => _template.ToString();

    public string Target => _target.ToString();

    public void AppendLiteral(string value)
    {
        _template.Append(value);
        _target.Append(value);
    }

    /// <exception cref="ArgumentException">The value would change which route is called: an empty id lists, a dot climbs.</exception>
    public void AppendFormatted<T>(T value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        var text = value?.ToString();
        if (text is null or "" or "." or "..")
        {
            throw new ArgumentException($"'{text}' is no {name}.", name);
        }

        _template.Append('{').Append(name).Append('}');
        _target.Append(Uri.EscapeDataString(text));
    }
}
