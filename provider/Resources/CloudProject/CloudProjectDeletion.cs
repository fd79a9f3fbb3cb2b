using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>Delete: takes back what can be taken back, and says plainly what cannot.</summary>
internal sealed class CloudProjectDeletion(OrderServices services)
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromMinutes(35);

    public async Task DeleteAsync(DeleteRequest request, Operation operation)
    {
        services.RequireCredentials();
        var inputs = CloudProjectInputs.From(request.OldInputs);
        var start = StateReader.Read(request.Properties).OrFrom(request.Id);
        var run = new OrderRun(
            inputs.ToRequest(request.Urn, null), inputs.Goal, new OrderLedger(start), new OperationListener(operation));
        if (services.Registry.WasAdoptedAfter(run.Request.Tag, start))
        {
            await operation.WarnAsync(PriceMessages.Kept(start));
            return;
        }

        if (services.Registry.WasImportedByAnother(run.Request.Tag, start))
        {
            await operation.WarnAsync(PriceMessages.KeptForImport(start));
            return;
        }

        using var limit = new TimeLimit(request.Timeout ?? DefaultTimeout, operation, services.Time);
        try
        {
            if (await services.Deletion.DeleteAsync(run, limit.Token) is { } project)
            {
                // The last status is what a display without a terminal leaves beside the resource.
                await operation.StatusAsync($"project {project} is terminated");
            }

            await services.Deletion.SweepAsync(run, limit.Token);
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            var error = limit.Named(e);
            var reason = ErrorMessages.OfCall(error, $"deleting {start.Id?.ToString() ?? request.Id}", isFromState: true);
            throw new ProviderException(CloudProjectFailure.KindOf(error), reason, error);
        }
    }
}
