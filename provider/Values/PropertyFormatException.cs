namespace PulumiOvhOrder.Values;

/// <summary>Property values that the engine would not write.</summary>
internal sealed class PropertyFormatException(string message) : Exception(message);
