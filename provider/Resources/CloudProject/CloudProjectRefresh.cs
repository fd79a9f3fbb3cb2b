using System.Collections.Immutable;
using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Values;
using Definition = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Resources.CloudProject;

/// <summary>
/// Read: refresh, get and import. Moves the id forward as the order does. An order that is not delivered keeps failing with what is
/// missing, because a Read that succeeds would tell the engine that there is nothing left to finish.
/// </summary>
internal sealed class CloudProjectRefresh(OrderServices services)
{
    public async Task<ReadResponse> ReadAsync(ReadRequest request, Operation operation)
    {
        services.RequireCredentials();
        var state = StateReader.Read(request.Properties ?? PropertyValue.Map.Empty);
        var start = state.OrFrom(request.Id);
        if (start.Id is null)
        {
            throw new ProviderException(
                FailureKind.InvalidArgument,
                $"\"{request.Id}\" is not the id of a project, an order or a cart. Use the project's 32 hex digits or URN, order/ORDERID "
                    + "or cart/CARTID");
        }

        var isImport = state.Id is null;
        var inputs = CloudProjectInputs.From(isImport ? PropertyValue.Map.Empty : request.Inputs ?? PropertyValue.Map.Empty);
        var ledger = new OrderLedger(start);
        using var limit = new TimeLimit(request.Timeout ?? Timeout.InfiniteTimeSpan, operation, services.Time);
        try
        {
            var run = new OrderRun(inputs.ToRequest(request.Urn, null), inputs.Goal, ledger, new OperationListener(operation));
            if (await services.Refresh.ReadAsync(run, isImport, limit.Token) is not OrderFinding.Present found)
            {
                return ReadResponse.Gone;
            }

            var answer = new Answer(request, inputs, isImport, found);
            if (answer.IsOfProgram)
            {
                services.Registry.RecordImport(run.Request.Tag, found.Facts);
            }

            return answer.Response(services.Time.GetUtcNow());
        }
        catch (Exception e) when (e is OvhApiException or OrderException or OperationCanceledException)
        {
            var (error, doing) = (limit.Named(e), $"reading {start.Id}");
            var reason = isImport
                ? ErrorMessages.OfCall(error, doing)
                : ErrorMessages.Of(error, doing, ledger.Facts, ledger.Knowledge, isFromState: true);
            throw new ProviderException(CloudProjectFailure.KindOf(error), reason, error);
        }
    }

    /// <summary>One answer to one Read.</summary>
    private sealed record Answer(ReadRequest Request, CloudProjectInputs StateInputs, bool IsImport, OrderFinding.Present Found)
    {
        /// <summary>A program has to name it, and OVHcloud does not ask for a name.</summary>
        private const string NoName = "Public Cloud project";

        private OrderFacts Facts => Found.Facts;

        /// <summary>A resource of the program, not a get or an import: only those are finished by a next run.</summary>
        private bool IsManaged => Request.Inputs is { Items.Count: > 0 };

        /// <summary>An import into the program. A get has properties, though none may be in them.</summary>
        public bool IsOfProgram => Request is { Properties: null, Inputs: null };

        /// <exception cref="ResourceInitFailedException">It is there, and not finished.</exception>
        public ReadResponse Response(DateTimeOffset now)
        {
            var outputs = Outputs();
            var inputs = IsManaged && Facts.IsOrdered ? AsOrdered.Named(Inputs(), outputs) : Inputs();
            return Reason() is { } reason
                ? throw new ResourceInitFailedException(
                    FailureKind.FailedPrecondition,
                    new PartialState(Facts.Id!.ToString(), outputs, [reason], inputs, RefreshBeforeUpdate: true))
                : new ReadResponse(Facts.Id!.ToString(), outputs, inputs, Facts.NeedsRefreshBeforeUpdate(now));
        }

        /// <summary>What keeps it from being finished; null when nothing does that a next run would do.</summary>
        private string? Reason() => Found.Pending switch
        {
            null or Unfinished.CartIncomplete when Facts is { IsOrdered: false } && IsManaged && StateInputs.Checkout =>
                $"Cart {Facts.CartId} is not ordered yet. Run `pulumi up` to continue.",
            Unfinished.CartIncomplete when IsManaged =>
                $"Cart {Facts.CartId} does not hold what the program asks for. Run `pulumi up` to complete it.",
            null or Unfinished.CartIncomplete => null,
            Unfinished.OptionsUnfinished => Facts.UnfinishedOptionOrder is { OrderId: { } order }
                ? $"Order {order} of options for project {Facts.ProjectId} is not finished. Run `pulumi up` to continue."
                : $"Cart {Facts.UnfinishedOptionOrder?.CartId} of options for project {Facts.ProjectId} is not ordered yet. Run "
                    + "`pulumi up` to continue.",
            Unfinished.NotDelivered when !IsImport && !StateInputs.WaitForDelivery => null,
            Unfinished.NotPaid => $"Order {Facts.OrderId} is not paid yet.",
            Unfinished.NotDelivered => $"Order {Facts.OrderId} is not delivered yet (status: {Facts.Status}).",
            _ => $"Project {Facts.ProjectId} was delivered minutes ago and is not visible yet.",
        };

        /// <summary>
        /// A refresh keeps what it cannot read back. An import knows nothing of how it was ordered, and says nothing of it; a get has no
        /// inputs of its own, and all that can be read back among its outputs.
        /// </summary>
        private PropertyValue.Map Outputs()
        {
            var inputs = IsManaged ? Inputs() : Recorded();
            if (IsImport || Request.Properties is not { } state)
            {
                var voucher = IsManaged ? Recorded()[Definition.Voucher.Name] : null;
                var outputs = voucher is null ? inputs : inputs.With(Definition.Voucher.Name, voucher);
                return StateWriter.WriteOutputs(
                    Found.Recorded.Options is { IsEmpty: true } ? outputs.With(Definition.Options.Name, PropertyValue.Of([])) : outputs,
                    Facts);
            }

            if (Facts.IsOrdered)
            {
                // What was ordered, the state alone knows: the program may leave it open or name it in another order, and after an update
                // that ordered and failed, the engine has the inputs from before.
                var ordered = WithoutEndedOptions(StateReader.InputsOf(state, AsOrdered.Without(inputs)));
                return StateWriter.Write(
                    AsOrdered.Of(ordered, StateReader.Read(state).OrFrom(Request.Id), Facts), Facts, StateReader.IsImported(state));
            }

            return StateWriter.Write(StateReader.InputsOf(state, inputs), Facts, StateReader.IsImported(state));
        }

        /// <summary>
        /// The state's own inputs with what can drift; for an import, what can be read back. What only this provider knows (how to pay,
        /// what may be spent, whether to wait) is echoed, or left out.
        /// </summary>
        private PropertyValue.Map Inputs()
        {
            if (IsImport || Request.Inputs is not { } inputs)
            {
                return Request.Inputs ?? (Facts.IsOrdered ? Recorded().Without(Definition.Voucher.Name) : Recorded());
            }

            // A get has no inputs; they stay empty.
            if ((Facts.Project?.Description ?? Found.Recorded.Description) is { } name
                && ProgrammableName.Of(name) is var now
                && inputs[Definition.Description.Name] is { } was && was.Plain() is PropertyValue.Text { Value: var text }
                && text != now && !(now.Length == 0 && text == NoName))
            {
                var value = PropertyValue.Of(now);
                inputs = inputs.With(Definition.Description.Name, was is PropertyValue.Secret ? PropertyValue.SecretOf(value) : value);
            }

            return WithoutEndedOptions(inputs);
        }

        /// <summary>What the project does not have after all is asked for again by the next update.</summary>
        private PropertyValue.Map WithoutEndedOptions(PropertyValue.Map inputs)
        {
            if (Found.EndedOptions.IsEmpty
                || inputs[Definition.Options.Name] is not { } options || options.Plain() is not PropertyValue.List { Items: var items })
            {
                return inputs;
            }

            var ended = OptionChanges.Of(Found.EndedOptions, CloudProjectInputs.From(inputs).Options).Kept;
            var left = PropertyValue.Of(items.Where((_, i) => ended[i] is null));
            return inputs.With(Definition.Options.Name, options.ContainsSecret ? PropertyValue.SecretOf(left) : left);
        }

        /// <summary>Everything that OVHcloud gives back and a program can have.</summary>
        private PropertyValue.Map Recorded()
        {
            var recorded = Found.Recorded;
            var settings = recorded.Settings ?? Facts.Item?.Settings;
            var description = Given(Facts.Project?.Description ?? recorded.Description) ?? NoName;
            var voucher = Given(recorded.Voucher);
            var options = recorded.Options is { IsEmpty: false } some ? PropertyValue.Of(some.Select(Option)) : null;
            var map = PropertyValue.Map.Empty
                .With(Definition.Description.Name, PropertyValue.Of(ProgrammableName.Of(description)))
                .With(Definition.PlanCode.Name, PropertyValue.OrAbsent(settings?.PlanCode ?? Facts.Project?.PlanCode))
                .With(Definition.Duration.Name, PropertyValue.OrAbsent(CloudProjectCheck.Programmable(settings?.Duration)))
                .With(Definition.PricingMode.Name, PropertyValue.OrAbsent(settings?.PricingMode))
                .With(Definition.Quantity.Name, settings is null ? null : PropertyValue.Of((double)settings.Quantity))
                .With(Definition.CatalogName.Name, PropertyValue.OrAbsent(settings?.CatalogName))
                .With(Definition.Configuration.Name, OtherLabels(recorded.Configuration))
                .With(Definition.Options.Name, options)
                .With(Definition.Voucher.Name, voucher is null ? null : PropertyValue.SecretOf(PropertyValue.Of(voucher)));
            return Facts.IsOrdered ? map : map.With(Definition.Checkout.Name, PropertyValue.Of(false));
        }

        private static PropertyValue.Map Option(OptionRequest option) =>
            StateWriter.Option(option with { Duration = CloudProjectCheck.Programmable(option.Duration) });

        private static string? Given(string? text) => text is { Length: > 0 } ? text : null;

        /// <summary>The labels without inputs of their own; null where there are none.</summary>
        private static PropertyValue.Map? OtherLabels(ImmutableSortedDictionary<string, string>? configuration)
        {
            var labels = configuration?.RemoveRange(
                configuration.Keys.Where(label => label.Length == 0 || Labels.Meant(label) is not null));
            return labels is not { IsEmpty: false } ? null : new PropertyValue.Map(
                labels.ToImmutableSortedDictionary(l => l.Key, l => PropertyValue.Of(l.Value), StringComparer.Ordinal));
        }
    }
}
