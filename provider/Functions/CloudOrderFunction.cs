using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Functions;

/// <summary>What the functions have in common: their arguments are checked, and failures are told in the provider's words.</summary>
internal abstract class CloudOrderFunction(FunctionDefinition definition, OrderServices services) : IFunction
{
    public string Token => definition.Token;

    public async Task<InvokeResponse> InvokeAsync(InvokeRequest request, Operation operation)
    {
        var failures = DefinitionCheck.Check(definition.Inputs, request.Args).Concat(Check(request)).ToList();
        if (failures.Count > 0)
        {
            return new InvokeResponse(PropertyValue.Map.Empty, [.. failures]);
        }

        var asksOffers = definition.Inputs.Contains(CloudProjectDefinition.OvhSubsidiary);
        var subsidiary = asksOffers ? CloudProjectInputs.From(request.Args).OvhSubsidiary : "";
        var notKnown = new PropertyReader(request.Args).Unknown.Order(StringComparer.Ordinal);
        if (notKnown.Concat(services.Settings.NotKnownYet(subsidiary)).ToList() is { Count: > 0 } unknown)
        {
            throw new ProviderException(
                FailureKind.FailedPrecondition, $"{Doing}: {string.Join(" and ", unknown)} is known only during the update");
        }

        try
        {
            return new InvokeResponse(await AnswerAsync(request, operation), []);
        }
        catch (OrderException e) when (FailureMessages.Property(e.Failure) is { } property)
        {
            return new InvokeResponse(PropertyValue.Map.Empty, [new CheckFailure(property, FailureMessages.Of(e.Failure))]);
        }
        catch (Exception e) when (e is OvhApiException or OrderException)
        {
            throw new ProviderException(FailureKind.FailedPrecondition, ErrorMessages.OfCall(e, Doing), e);
        }
    }

    protected OrderServices Services => services;

    protected abstract string Doing { get; }

    protected virtual IEnumerable<CheckFailure> Check(InvokeRequest request) => [];

    protected abstract Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation);
}
