namespace PulumiOvhOrder.SdkGenerator.Csharp;

/// <summary>The three forms in which Pulumi's C# SDKs take values.</summary>
/// <param name="Suffix">What the names of nested types end with.</param>
/// <param name="BaseClass">What such nested types derive from.</param>
/// <param name="IsPlain">Values as they are, not <c>Input&lt;T&gt;</c>.</param>
internal sealed record InputShape(string Suffix, string BaseClass, bool IsPlain)
{
    /// <summary>Arguments of resources, and of functions' <c>Invoke</c> form.</summary>
    public static InputShape Args { get; } = new("Args", "global::Pulumi.ResourceArgs", IsPlain: false);

    /// <summary>The state of an existing resource, to look it up with.</summary>
    public static InputShape State { get; } = new("GetArgs", "global::Pulumi.ResourceArgs", IsPlain: false);

    /// <summary>Arguments of functions' <c>InvokeAsync</c> form.</summary>
    public static InputShape Plain { get; } = new("", "global::Pulumi.InvokeArgs", IsPlain: true);
}
