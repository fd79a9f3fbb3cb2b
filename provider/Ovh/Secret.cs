using System.Diagnostics;

namespace PulumiOvhOrder.Ovh;

/// <summary>A text that never prints: not in a log, an exception, a record's own text or a debugger's line.</summary>
[DebuggerDisplay("***")]
internal readonly struct Secret(string value) : IEquatable<Secret>
{
    private readonly string? _value = value;

    public bool IsEmpty => string.IsNullOrEmpty(_value);

    /// <summary>The text itself: for a header, a request body or a property that is marked secret, and nothing else.</summary>
    public string Reveal() => _value ?? "";

    public override string ToString() => "***";

    public bool Equals(Secret other) => string.Equals(Reveal(), other.Reveal(), StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is Secret other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Reveal());

    public static bool operator ==(Secret left, Secret right) => left.Equals(right);

    public static bool operator !=(Secret left, Secret right) => !left.Equals(right);
}
