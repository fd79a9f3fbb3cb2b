using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// What a preview can promise: the inputs as they will be resolved and what the order will cost. The rest stays unknown. A quote that
/// cannot be had is a warning; an order that cannot be had is an error.
/// </summary>
internal sealed class CloudProjectPreview(CloudProjectServices services)
{
    /// <param name="replaced">What stands in the state and is about to be replaced; null when nothing is.</param>
    public async Task<PropertyValue.Map> CreateAsync(CloudProjectInputs inputs, Urn urn, OrderProgress? replaced, Operation operation)
    {
        if (replaced is not null)
        {
            await operation.WarnAsync(QuoteText.Replacement(replaced));
        }

        return await QuotedAsync(inputs, urn, operation);
    }

    public Task<PropertyValue.Map> UpdateAsync(CloudProjectInputs inputs, OrderProgress progress, UpdateRequest request, Operation operation) =>
        progress.Order is null && progress.ProjectId is null
            ? QuotedAsync(inputs, request.Urn, operation)
            : Task.FromResult(AfterOrder(inputs, progress, request));

    private static PropertyValue.Map AfterOrder(CloudProjectInputs inputs, OrderProgress progress, UpdateRequest request)
    {
        var after = CloudProjectState.Write(inputs.Values, progress with { Project = Described(progress.Project, CloudProjectInputs.From(request.Olds), inputs) });
        return Passing(progress).Aggregate(after, (map, output) => map.Without(output.Name));
    }

    /// <summary>What the order or the project becomes by itself, whatever the state says of it now.</summary>
    private static ImmutableArray<PropertyDefinition> Passing(OrderProgress progress) => progress switch
    {
        { ProjectId: null } => [Definition.Stage, Definition.OrderStatus],
        { Project.Status: not ProjectStatus.Ok } => [Definition.ProjectStatus],
        _ => [],
    };

    /// <summary>A project's name is its description, unless somebody gave it another.</summary>
    private static ProjectFacts? Described(ProjectFacts? project, CloudProjectInputs olds, CloudProjectInputs inputs) => (project, inputs.Description) switch
    {
        (null, _) or (_, null) => null,
        _ when project.Name == olds.Description => project with { Name = inputs.Description },
        _ => project,
    };

    private async Task<PropertyValue.Map> QuotedAsync(CloudProjectInputs inputs, Urn urn, Operation operation)
    {
        var request = inputs.ToRequest(urn, services.Settings.OvhSubsidiary, adoptEarlierOrders: false) with
        {
            Description = inputs.Description ?? QuoteService.NoDescription,
        };
        var quoted = services.Settings.PreviewQuote ? await QuoteAsync(inputs, request, operation) : null;
        if (services.Settings.Preflight && inputs.Checkout)
        {
            await PreflightAsync(request, quoted?.Quote, operation);
        }

        if (quoted?.Quote is not { } quote)
        {
            return inputs.Values;
        }

        await operation.InfoAsync(QuoteText.Line(quoted, request, inputs));
        if (inputs.Checkout && PriceCeiling.IsExceeded(request, quote))
        {
            throw new ProviderException(
                FailureKind.FailedPrecondition,
                $"maxPrice: the order would cost {quote.WithTax} with tax, and maxPrice allows {PriceCeiling.Allowed(request, quote)}. Nothing is ordered; raise maxPrice if that is what you want to spend");
        }

        return CloudProjectState.WriteQuote(CloudProjectState.WriteInputs(inputs.Values, quoted), quote);
    }

    private async Task<OrderProgress?> QuoteAsync(CloudProjectInputs inputs, OrderRequest request, Operation operation)
    {
        var unknown = Definition.OrderInputs.Select(d => d.Name).Where(inputs.Unknown.Contains)
            .Concat(services.Settings.NotKnownYet(inputs.OvhSubsidiary)).ToList();
        if (unknown.Count > 0)
        {
            await operation.WarnAsync($"the price is not known yet: it depends on {string.Join(", ", unknown)}, which is known only during the update");
            return null;
        }

        try
        {
            return await services.Quotes.QuoteAsync(request, operation.CancellationToken);
        }
        catch (OrderException e) when (e.Property is not null && !services.Account.IsAnonymous)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, $"{e.Property}: {e.Message}", e);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            await operation.WarnAsync($"the price is not known: {FailureText.OfQuote(e)}");
            return null;
        }
    }

    private async Task PreflightAsync(OrderRequest request, Quote? quote, Operation operation)
    {
        try
        {
            foreach (var finding in await services.Preflight.FindingsAsync(request, quote, operation.CancellationToken))
            {
                await operation.WarnAsync($"before ordering: {finding}");
            }
        }
        catch (OvhApiException e)
        {
            await operation.WarnAsync($"whether this account can order is not known: {FailureText.OfQuote(e)}");
        }
    }
}
