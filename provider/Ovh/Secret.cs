using System.Diagnostics;

namespace PulumiOvhOrder.Ovh;

/// <summary>A text that never prints: not in a log, an exception, a record's own text or a debugger's line.</summary>
[DebuggerDisplay("***")]
internal readonly struct Secret(string value) : IEquatable<Secret>
{
    private const int MaxLength = 16 * 1024;

    private readonly string? _value = value;

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>Whether the header of a request can carry it.</summary>
    public bool IsHeaderValue => Reveal() is { Length: > 0 and <= MaxLength } text && text.All(c => c is > ' ' and <= '~');

    /// <summary>The text itself: for a header, a request body or a property that is marked secret, and nothing else.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => "***";

    public bool Equals(Secret other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reveal());

    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
