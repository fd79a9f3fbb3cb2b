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
internal sealed class CloudProjectPreview(OrderServices services, PreviewOfOrders orders)
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
            ? Task.FromResult<Decision?>(null)
            : orders.DecideAsync(inputs, request, operation);
        var quote = QuoteAsync(inputs, request, operation);
        try
        {
            if (await orders.ResumedAsync(await found, inputs, request, operation))
            {
                return inputs.Values;
            }

            foreach (var finding in await same)
            {
                await operation.InfoAsync($"Before ordering: {PreflightMessages.Of(finding)}.");
            }

            return await QuotedAsync(inputs, request, quote, operation);
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
            return await QuotedAsync(inputs, order, QuoteAsync(inputs, order, operation), operation);
        }

        if (facts.ProjectId is { } project)
        {
            return await WithOptionsAsync(inputs, facts, project, request, operation);
        }

        if (facts is { OrderId: { } placed } && inputs is { Payment: PaymentKind.Automatic, Checkout: true }
            && !services.Account.IsAnonymous)
        {
            await orders.TellDueAsync(RequestOf(inputs, request.Urn), facts, placed, operation);
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
            return AfterOrder(inputs, facts, request).Without(Definition.OptionOrders.Name);
        }

        if (inputs.OptionChanges(request.Olds, request.OldInputs) is not { } changes)
        {
            return AfterOrder(inputs, facts, request);
        }

        var open = facts.OptionOrder is { Status: OrderStatus.Cancelled } ? null : facts.OptionOrder;
        var ordered = open?.OrderId is not null ? RecordedOrder.OptionsOf(open.Options) : [];
        if (!changes.Added.IsEmpty)
        {
            var order = RequestOf(inputs, request.Urn).ForOptions(project, changes.Added, facts.OvhSubsidiary);
            if (open?.OrderId is { } placed)
            {
                await orders.TellPlacedAsync(order, open, placed, operation);
            }
            else if ((open is not null
                || !await orders.ResumedAsync(await orders.DecideAsync(inputs, order, operation), inputs, order, operation))
                && await PricedAsync(inputs, order, QuoteAsync(inputs, order, operation), operation) is { } quoted)
            {
                ordered = [.. quoted.Choice!.Options.Zip(order.Options, (s, o) => RecordedOrder.Option(s, o.Configuration))];
            }
        }

        var settings = changes.Resolved(ordered);
        var choice = settings is { } known ? new OfferChoice(facts.Choice?.Item, known, facts.Choice?.PerPeriod) : null;
        var after = AfterOrder(inputs, facts with { Choice = choice }, request);
        return changes.Added.IsEmpty && open is null ? after : after.Without(Definition.OptionOrders.Name);
    }

    private static PropertyValue.Map AfterOrder(CloudProjectInputs inputs, OrderFacts facts, UpdateRequest request)
    {
        var project = Renamed(facts.Project, CloudProjectInputs.From(request.Olds), inputs);
        var after = StateWriter.Write(inputs.Values, facts with { Project = project });
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
        await PricedAsync(inputs, request, quoting, operation) is { Quote: { } quote } quoted
            ? QuoteProperties.Write(StateWriter.WriteInputs(inputs.Values, quoted), quote)
            : inputs.Values;

    /// <summary>Says what the order costs, and what would keep it from succeeding; null where the price is not known.</summary>
    private async Task<OrderFacts?> PricedAsync(
        CloudProjectInputs inputs, OrderRequest request, Task<QuoteAnswer> quoting, Operation operation)
    {
        var isPreflight = services.Settings.Preflight && inputs.Checkout;
        if (isPreflight)
        {
            // What belongs to the account is asked once, beside the price; its answer is awaited below.
            _ = services.Preflight.FindingsAsync(request, quote: null, operation.CancellationToken);
        }

        var answer = await quoting;
        if (isPreflight)
        {
            await PreflightAsync(request, answer, operation);
        }

        if (answer.Facts is not { Quote: { } quote } quoted)
        {
            return null;
        }

        await operation.InfoAsync(request.ForProject is null
            ? PriceMessages.Quoted(quoted, request, inputs)
            : PriceMessages.OptionsQuoted(quoted, request));
        PreviewOfOrders.CheckCeiling(request, quote, pays: inputs.Checkout, order: null);
        return quoted;
    }

    /// <summary>Null where previews are not to ask, or where the price is not known; the user is told why.</summary>
    private async Task<QuoteAnswer> QuoteAsync(CloudProjectInputs inputs, OrderRequest request, Operation operation)
    {
        if (!services.Settings.PreviewQuote)
        {
            return QuoteAnswer.None;
        }

        var unknown = Definition.OrderInputs.Select(d => d.Name).Where(inputs.Unknown.Contains)
            .Concat(services.Settings.NotKnownYet(inputs.OvhSubsidiary)).ToList();
        if (unknown.Count > 0)
        {
            await operation.WarnAsync(
                $"The price is not known yet. It depends on {string.Join(", ", unknown)}, which is known only during the update.");
            return QuoteAnswer.None;
        }

        try
        {
            return new QuoteAnswer(await services.Quotes.QuoteAsync(request, operation.CancellationToken), null);
        }
        catch (OrderException e) when (e.Failure.Place is not null && !services.Account.IsAnonymous)
        {
            throw PreviewOfOrders.Failed(e.Failure, e);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            await operation.WarnAsync($"The price is not known: {ErrorMessages.OfQuote(e)}.");
            return new QuoteAnswer(null, e);
        }
    }

    /// <param name="Failure">Why there is no price; said already.</param>
    private sealed record QuoteAnswer(OrderFacts? Facts, Exception? Failure)
    {
        public static QuoteAnswer None { get; } = new(null, null);
    }

    /// <summary>What the price has said already is not said again.</summary>
    private async Task PreflightAsync(OrderRequest request, QuoteAnswer answer, Operation operation)
    {
        try
        {
            var findings = await services.Preflight.FindingsAsync(request, answer.Facts?.Quote, operation.CancellationToken);
            foreach (var finding in findings.Where(f => !IsSaid(f, findings, answer.Failure)))
            {
                await operation.WarnAsync($"Before ordering: {PreflightMessages.Of(finding)}.");
            }
        }
        catch (OvhApiException e)
        {
            if (answer.Failure is null)
            {
                await operation.WarnAsync($"The provider could not check whether this account can order: {ErrorMessages.OfQuote(e)}.");
            }
        }
    }

    private static bool IsSaid(PreflightFinding finding, IEnumerable<PreflightFinding> all, Exception? failure) =>
        finding is PreflightFinding.ActionRequired { Action: var action }
        && ((failure is OvhApiException && failure.Message.Contains(action, StringComparison.Ordinal))
            || (action == "addPaymentMethod" && all.Any(f => f is PreflightFinding.Payment)));

    private OrderRequest RequestOf(CloudProjectInputs inputs, Urn urn) =>
        inputs.ToRequest(urn, services.Settings.OvhSubsidiary, adoptEarlierOrders: false) with
        {
            Description = inputs.Description ?? QuoteService.NoDescription,
        };
}
