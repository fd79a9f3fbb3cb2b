namespace Pulumi;

public abstract class InputArgs
{
    protected InputArgs()
    {
    }
}

public abstract class ResourceArgs : InputArgs
{
    public static readonly ResourceArgs Empty = null!;
}

public abstract class InvokeArgs : InputArgs
{
    public static readonly InvokeArgs Empty = null!;
}

public abstract class Resource
{
    private protected Resource()
    {
    }

    public Output<string> Urn { get; } = new("text");
}

public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null) => Stub.Fill(this);

    public Output<string> Id { get; } = new("text");
}

public class ProviderResource : CustomResource
{
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : base(package, name, args, options)
    {
    }
}

public class CustomTimeouts
{
    public TimeSpan? Create { get; set; }

    public TimeSpan? Update { get; set; }

    public TimeSpan? Delete { get; set; }
}

public abstract class ResourceOptions
{
    public Input<string>? Id { get; set; }

    public Resource? Parent { get; set; }

    public InputList<Resource> DependsOn { get; set; } = [];

    public bool? Protect { get; set; }

    public List<string> IgnoreChanges { get; set; } = [];

    public string? Version { get; set; }

    public ProviderResource? Provider { get; set; }

    public CustomTimeouts? CustomTimeouts { get; set; }

    public string? PluginDownloadURL { get; set; }

    public bool? RetainOnDelete { get; set; }
}

public sealed class CustomResourceOptions : ResourceOptions
{
    public bool? DeleteBeforeReplace { get; set; }

    public List<string> AdditionalSecretOutputs { get; set; } = [];

    public string? ImportId { get; set; }

    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2) =>
        options2 ?? options1 ?? new CustomResourceOptions();
}
