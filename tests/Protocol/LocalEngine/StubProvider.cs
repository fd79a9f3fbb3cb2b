using System.Text;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using static PulumiOvhOrder.Values.PropertyValue;

namespace PulumiOvhOrder.Tests.Protocol.LocalEngine;

/// <summary>A provider that accepts everything, creates <c>id-NAME</c> with its inputs as outputs, and does what a test adds.</summary>
internal sealed class StubProvider : IProvider
{
    public Func<CreateRequest, Task>? OnCreate { get; init; }

    public string Version => "0.1.0";

    public ReadOnlyMemory<byte> Schema { get; } = Encoding.UTF8.GetBytes(RecordedSchema.Text);

    public Task<CheckResponse> CheckConfigAsync(CheckRequest request, CancellationToken cancellationToken) => CheckAsync(request, cancellationToken);

    public Task<DiffResponse> DiffConfigAsync(DiffRequest request, CancellationToken cancellationToken) => Task.FromResult(DiffResponse.None);

    public Task ConfigureAsync(ConfigureRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<CheckResponse> CheckAsync(CheckRequest request, CancellationToken cancellationToken) => Task.FromResult(new CheckResponse(request.News, []));

    public Task<DiffResponse> DiffAsync(DiffRequest request, CancellationToken cancellationToken) => Task.FromResult(DiffResponse.None);

    public async Task<CreateResponse> CreateAsync(CreateRequest request, CancellationToken cancellationToken)
    {
        await (OnCreate?.Invoke(request) ?? Task.CompletedTask);
        return new CreateResponse("id-" + request.Urn.Name, request.Properties, RefreshBeforeUpdate: false);
    }

    public Task<ReadResponse> ReadAsync(ReadRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new ReadResponse(request.Id, request.Properties ?? Map.Empty, request.Inputs, RefreshBeforeUpdate: false));

    public Task<UpdateResponse> UpdateAsync(UpdateRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new UpdateResponse(request.News, RefreshBeforeUpdate: false));

    public Task DeleteAsync(DeleteRequest request, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<InvokeResponse> InvokeAsync(InvokeRequest request, CancellationToken cancellationToken)
        => Task.FromResult(new InvokeResponse(request.Args, []));

    public IAsyncEnumerable<ListItem> ListAsync(ListRequest request, CancellationToken cancellationToken) => AsyncEnumerable.Empty<ListItem>();

    public void Cancel()
    {
    }

}
