using System.Text;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Tests.Protocol;

/// <summary>Answers as the test says; what the test does not expect is a failure.</summary>
internal sealed class StubProvider : IProvider
{
    /// <summary>Accepts everything, creates <c>id-NAME</c> with its inputs as outputs, and does what a test adds.</summary>
    public static StubProvider Accepting(Func<CreateRequest, Task>? onCreate = null) => new()
    {
        Schema = Encoding.UTF8.GetBytes(LocalEngine.RecordedSchema.Text),
        CheckConfig = request => new CheckResponse(request.News, []),
        DiffConfig = _ => DiffResponse.None,
        Configure = _ => { },
        Check = request => new CheckResponse(request.News, []),
        Diff = _ => DiffResponse.None,
        Create = async (request, _) =>
        {
            await (onCreate?.Invoke(request) ?? Task.CompletedTask);
            return new CreateResponse("id-" + request.Urn.Name, request.Properties, RefreshBeforeUpdate: false);
        },
        Read = request =>
            new ReadResponse(request.Id, request.Properties ?? PropertyValue.Map.Empty, request.Inputs, RefreshBeforeUpdate: false),
        Update = request => new UpdateResponse(request.News, RefreshBeforeUpdate: false),
        Delete = _ => { },
        Invoke = request => new InvokeResponse(request.Args, []),
    };

    public string Version => "1.2.3";

    public ReadOnlyMemory<byte> Schema { get; init; } = """{"name":"ovh-order","description":"é"}"""u8.ToArray();

    public Func<CheckRequest, CheckResponse>? CheckConfig { get; init; }

    public Func<DiffRequest, DiffResponse>? DiffConfig { get; init; }

    public Action<ConfigureRequest>? Configure { get; init; }

    public Func<CheckRequest, CheckResponse>? Check { get; init; }

    public Func<DiffRequest, DiffResponse>? Diff { get; init; }

    public Func<CreateRequest, CancellationToken, Task<CreateResponse>>? Create { get; init; }

    public Func<ReadRequest, ReadResponse>? Read { get; init; }

    public Func<UpdateRequest, UpdateResponse>? Update { get; init; }

    public Action<DeleteRequest>? Delete { get; init; }

    public Func<InvokeRequest, InvokeResponse>? Invoke { get; init; }

    public Func<ListRequest, CancellationToken, IAsyncEnumerable<ListItem>>? List { get; init; }

    public Action? OnCancel { get; init; }

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) => Answer(CheckConfig, request);

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) => Answer(DiffConfig, request);

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) => Answer(Configure, request);

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Answer(Check, request);

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) => Answer(Diff, request);

    public Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken) =>
        Create?.Invoke(request, cancellationToken) ?? throw Unexpected(request);

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken) => Answer(Read, request);

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken) => Answer(Update, request);

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => Answer(Delete, request);

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken) => Answer(Invoke, request);

    public IAsyncEnumerable<ListItem> ListAsync(ListRequest request, CancellationToken cancellationToken) =>
        List?.Invoke(request, cancellationToken) ?? throw Unexpected(request);

    public void Cancel() => OnCancel?.Invoke();

    /// <summary>Property values from pairs, for brevity.</summary>
    public static PropertyValue.Map Map(params (string Key, PropertyValue Value)[] items) =>
        items.Aggregate(PropertyValue.Map.Empty, (map, item) => map.With(item.Key, item.Value));

    // Fails in the task, as an async method does.
    private static async Task<TResponse> Answer<TRequest, TResponse>(Func<TRequest, TResponse>? answer, TRequest request)
    {
        await Task.CompletedTask;
        return answer is null ? throw Unexpected(request!) : answer(request);
    }

    private static Task<bool> Answer<TRequest>(Action<TRequest>? answer, TRequest request) => Answer<TRequest, bool>(
        answer is null ? null : r =>
        {
            answer(r);
            return true;
        },
        request);

    private static NotSupportedException Unexpected(object request) => new($"unexpected {request.GetType().Name}");
}
