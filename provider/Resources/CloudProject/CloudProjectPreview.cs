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
/// What a preview can promise: the inputs as they will be resolved and what the update will spend. The rest stays unknown. A price that
/// cannot be had is a warning; an order that cannot be had, or is above <c>maxPrice</c>, is an error.
/// </summary>
internal sealed class CloudProjectPreview(OrderServices services, PreviewOfOrders orders, PreviewOfPrices prices)
{
    /// <param name="replaced">What is in the state and is about to be replaced; null when nothing is.</param>
    public async Task<PropertyValue.Map> CreateAsync(CloudProjectInputs inputs, Urn urn, OrderFacts? replaced, Operation operation)
    {
        if (replaced is not null)
        {
            await operation.WarnAsync(PriceMessages.Replacement(replaced));
        }

        var isNew = replaced is null && services.Settings.Preflight && inputs is { Checkout: true, Description: not null };
        var same = isNew
            ? services.Preflight.SameDescriptionAsync(inputs.Description!, operation.CancellationToken)
            : Task.FromResult(ImmutableArray<PreflightFinding>.Empty);

        // Side by side: a preview is waited for by a person.
        var request = RequestOf(inputs, urn);
        var found = inputs.Unknown.Contains(Definition.Description.Name)
            ? Task.FromResult(FoundAnswer.None)
            : orders.DecideAsync(inputs, request, operation);
        var quote = prices.QuoteAsync(inputs, request, operation);
        try
        {
            if (await orders.ResumedAsync((await found).Decision, inputs, request, operation))
            {
                return inputs.Values;
            }

            foreach (var finding in await same)
            {
                await operation.InfoAsync($"Before ordering: {PreflightMessages.Of(finding)}.");
            }

            var outputs = await QuotedAsync(inputs, request, quote, operation);
            await PreviewOfOrders.TellFailureAsync(await found, await quote, operation);
            return outputs;
        }
        finally
        {
            // The quote of an order that is resumed is not needed, but its cart is deleted.
            await quote.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    public async Task<PropertyValue.Map> UpdateAsync(
        CloudProjectInputs inputs, OrderFacts facts, UpdateRequest request, Operation operation)
    {
        if (!facts.IsOrdered)
        {
            var order = RequestOf(inputs, request.Urn);
            return await QuotedAsync(inputs, order, prices.QuoteAsync(inputs, order, operation), operation);
        }

        if (facts.ProjectId is { } project)
        {
            return await WithOptionsAsync(inputs, facts, project, request, operation);
        }

        if (facts is { OrderId: { } placed })
        {
            await (inputs.Checkout
                ? orders.TellDueAsync(RequestOf(inputs, request.Urn), facts, placed, operation)
                : operation.WarnAsync(PreviewOfOrders.WillStop(new OrderFailure.OrderNotRequested(placed, facts.Status))));
        }

        return AfterOrder(inputs, facts, request);
    }

    /// <summary>
    /// What is added to the options is priced as an order is; an order of options that is placed already is told as such.
    /// </summary>
    private async Task<PropertyValue.Map> WithOptionsAsync(
        CloudProjectInputs inputs, OrderFacts facts, ProjectId project, UpdateRequest request, Operation operation)
    {
        if (inputs.Unknown.Contains(Definition.Options.Name))
        {
            await operation.WarnAsync(
                "The price of options that are added is not known yet. It depends on options, which are known only during the update.");
            return AfterOrder(inputs, facts, request).Without(Definition.Options.Name).Without(Definition.OptionOrders.Name);
        }

        await TellUnfinishedOptionsAsync(inputs, facts, project, request.Urn, operation);
        if (inputs.OptionChanges(request.Olds, request.OldInputs) is not { } changes)
        {
            return AfterOrder(inputs, facts, request);
        }

        var order = RequestOf(inputs, request.Urn).ForOptions(project, changes.Added, facts.OvhSubsidiary);
        var ordered = changes.Added.IsEmpty ? [] : await OrderedOptionsAsync(inputs, order, facts.OpenOptionOrder, operation);
        var after = AfterOrder(inputs, facts.WithOptions(changes.Resolved(ordered)), request);
        return changes.Added.IsEmpty && facts.OpenOptionOrder is null ? after : after.Without(Definition.OptionOrders.Name);
    }

    /// <summary>What the options are ordered as; none where that is not known.</summary>
    /// <param name="open">Their order or its cart in the state; null where there is none.</param>
    private async Task<ImmutableArray<OptionRequest>> OrderedOptionsAsync(
        CloudProjectInputs inputs, OrderRequest order, OrderFacts? open, Operation operation)
    {
        if (open?.OrderId is { } placed)
        {
            await orders.TellPlacedAsync(order, open, placed, operation);
            return RecordedOrder.OptionsOf(open.Options);
        }

        var found = open is null ? await orders.DecideAsync(inputs, order, operation) : FoundAnswer.None;
        if (await orders.ResumedAsync(found.Decision, inputs, order, operation))
        {
            return [];
        }

        return await prices.PricedAsync(inputs, order, prices.QuoteAsync(inputs, order, operation), operation) is { } quoted
            ? [.. quoted.Choice!.Options.Zip(order.Options, (s, o) => RecordedOrder.Option(s, o.Configuration))]
            : [];
    }

    /// <summary>What earlier updates left to be paid, this one pays.</summary>
    private async Task TellUnfinishedOptionsAsync(
        CloudProjectInputs inputs, OrderFacts facts, ProjectId project, Urn urn, Operation operation)
    {
        foreach (var options in facts.FinishedOptionOrders.Where(o => o.IsAwaited))
        {
            var order = RequestOf(inputs, urn).ForOptions(project, RecordedOrder.OptionsOf(options.Options), facts.OvhSubsidiary);
            await orders.TellDueAsync(order, options, options.OrderId!.Value, operation);
        }
    }

    private static PropertyValue.Map AfterOrder(CloudProjectInputs inputs, OrderFacts facts, UpdateRequest request)
    {
        var project = Renamed(facts.Project, CloudProjectInputs.From(request.Olds), inputs);
        var after = LeftOut.Keep(StateWriter.Write(inputs.Values, facts with { Project = project }), request.Olds);
        return Changing(facts).Aggregate(after, (map, output) => map.Without(output.Name));
    }

    /// <summary>What the order or the project becomes by itself, whatever the state says of it now.</summary>
    private static ImmutableArray<PropertyDefinition> Changing(OrderFacts facts) => facts switch
    {
        { ProjectId: null } => [Definition.Stage, Definition.OrderStatus],
        { Project.Status: not ProjectStatus.Ok } => [Definition.ProjectStatus],
        _ => [],
    };

    /// <summary>A project's name is its description, unless it was renamed outside Pulumi.</summary>
    private static ProjectFacts? Renamed(ProjectFacts? project, CloudProjectInputs olds, CloudProjectInputs inputs) =>
        (project, inputs.Description) switch
        {
            (null, _) or (_, null) => null,
            _ when project.Name == olds.Description => project with { Name = inputs.Description },
            _ => project,
        };

    private async Task<PropertyValue.Map> QuotedAsync(
        CloudProjectInputs inputs, OrderRequest request, Task<QuoteAnswer> quoting, Operation operation) =>
        await prices.PricedAsync(inputs, request, quoting, operation) is { Quote: { } quote } quoted
            ? QuoteProperties.Write(StateWriter.WriteInputs(inputs.Values, quoted), quote)
            : inputs.Values;

    private OrderRequest RequestOf(CloudProjectInputs inputs, Urn urn) =>
        inputs.ToRequest(urn, services.Settings.OvhSubsidiary) with
        {
            Description = inputs.Description ?? QuoteService.NoDescription,
        };
}
