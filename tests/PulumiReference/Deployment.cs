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

    public Task<T> InvokeAsync<T>(string token, InvokeArgs args, InvokeOptions? options = null) => Task.FromResult(Stub.Result<T>());

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOptions? options = null) => new(Stub.Result<T>());

    public Output<T> Invoke<T>(string token, InvokeArgs args, InvokeOutputOptions options) => new(Stub.Result<T>());
}

public sealed class Deployment
{
    private Deployment()
    {
    }

    public static DeploymentInstance Instance { get; } = new();

    public static Task<int> RunAsync(Action action) => RunAsync(() =>
    {
        action();
        return new Dictionary<string, object?>();
    });

    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        foreach (var (name, value) in func())
        {
            Stub.Send(name, value);
        }

        return Task.FromResult(0);
    }

    public static Task<int> RunAsync(Func<Task> func) => throw Stub.Only;

    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func) => throw Stub.Only;
}

public sealed class Config
{
    public Config(string? name = null)
    {
    }

    public string? Get(string key) => throw Stub.Only;

    public bool? GetBoolean(string key) => throw Stub.Only;

    public int? GetInt32(string key) => throw Stub.Only;

    public T? GetObject<T>(string key) => throw Stub.Only;

    public string Require(string key) => throw Stub.Only;

    public Output<string>? GetSecret(string key) => throw Stub.Only;

    public Output<string> RequireSecret(string key) => new("text");
}
