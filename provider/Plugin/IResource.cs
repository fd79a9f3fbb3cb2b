namespace PulumiOvhOrder.Plugin;

/// <summary>One resource type. Check and Diff are pure: the engine calls them inverted, repeatedly and in parallel.</summary>
internal interface IResource
{
    string Token { get; }

    CheckResponse Check(CheckRequest request);

    DiffResponse Diff(DiffRequest request);

    Task<CreateResponse> CreateAsync(CreateRequest request, Operation operation);

    Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation);

    Task<UpdateResponse> UpdateAsync(UpdateRequest request, Operation operation);

    Task DeleteAsync(DeleteRequest request, Operation operation);
}

/// <summary>A resource type whose existing resources can be listed. Its schema needs <c>listInputs</c>, or no engine asks.</summary>
internal interface IListable
{
    IAsyncEnumerable<ListItem> ListAsync(ListRequest request, Operation operation);
}

internal interface IFunction
{
    string Token { get; }

    Task<InvokeResponse> InvokeAsync(InvokeRequest request, Operation operation);
}

/// <summary>What a configured provider can do; made by Configure.</summary>
internal interface IServices : IAsyncDisposable
{
    IReadOnlyDictionary<string, IResource> Resources { get; }

    IReadOnlyDictionary<string, IFunction> Functions { get; }

    /// <summary>The secrets of the configuration, wherever they came from: no text that leaves the process may hold one.</summary>
    IReadOnlyCollection<string> Secrets { get; }

    /// <summary>Properties of resources and functions that are secret whether or not the engine marks them.</summary>
    IReadOnlySet<string> SecretProperties { get; }
}

/// <summary>How a provider is configured; knows configuration keys, environment and files, and makes no network call.</summary>
internal interface IConfiguration
{
    /// <summary>Keys whose values are secret whether or not the engine marks them.</summary>
    IReadOnlySet<string> SecretKeys { get; }

    CheckResponse Check(CheckRequest request);

    DiffResponse Diff(DiffRequest request);

    IServices Configure(ConfigureRequest request, IEngine engine);
}
