namespace PulumiOvhOrder.Rpc;

/// <summary>Lines on stderr for those who look after the provider; people never see them, the engine keeps them to itself.</summary>
/// <param name="verbose">Off, only our own bugs are written.</param>
internal sealed class MaintainerLog(Lazy<TextWriter> stderr, bool verbose)
{
    public static MaintainerLog Silent { get; } = new(new Lazy<TextWriter>(TextWriter.Null), verbose: false);

    public void Write(string line)
    {
        if (verbose)
        {
            WriteLine(line);
        }
    }

    public void WriteBug(Exception bug) => WriteLine(bug.ToString());

    private void WriteLine(string line)
    {
        try
        {
            stderr.Value.WriteLine("pulumi-resource-ovh-order: " + line);
        }
        catch (IOException)
        {
            // The reader of stderr is gone.
        }
    }
}
