namespace Pulumi;

public class InvokeOptions
{
    public Resource? Parent { get; set; }

    public ProviderResource? Provider { get; set; }

    public string? Version { get; set; }

    public string? PluginDownloadURL { get; set; }
}

public class InvokeOutputOptions : InvokeOptions
{
    public InputList<Resource> DependsOn { get; set; } = [];
}

public sealed class DeploymentInstance
{
    internal DeploymentInstance()
    {
    }

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => throw Stub.Only;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => throw Stub.Only;

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => throw Stub.Only;
}

public sealed class Deployment
{
    private Deployment()
    {
    }

    public static DeploymentInstance Instance => throw Stub.Only;

    public static Task<int> RunAsync(Action action) => throw Stub.Only;

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func) => throw Stub.Only;

    public static Task<int> RunAsync(Func<Task> func) => throw Stub.Only;

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func) => throw Stub.Only;
}

public sealed class Config
{
    public Config(string? name = null) => throw Stub.Only;

    public string? Get(string key) => throw Stub.Only;

    public bool? GetBoolean(string key) => throw Stub.Only;

    public int? GetInt32(string key) => throw Stub.Only;

    public T? GetObject<T>(string key) => throw Stub.Only;

    public string Require(string key) => throw Stub.Only;

    public Output<string>? GetSecret(string key) => throw Stub.Only;
}
