namespace PulumiOvhOrder;

/// <summary>The package schema as it was generated at build time: <c>schema.json</c>, embedded.</summary>
internal static class PackageSchemaResource
{
    private const string Name = "schema.json";

    /// <summary>Reads the resource where it lies in the assembly, without copying it.</summary>
    public static ReadOnlyMemory<byte> Bytes
    {
        get
        {
            using var stream = typeof(PackageSchemaResource).Assembly.GetManifestResourceStream(Name)
                ?? throw new InvalidOperationException($"{Name} is not embedded");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
