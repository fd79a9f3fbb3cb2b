using PulumiOvhOrder.Ordering;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;
using Properties = PulumiOvhOrder.Resources.CloudProject.CloudProjectDefinition;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getQuote</c>: what an order would cost; leaves nothing behind.</summary>
internal sealed class GetQuote(OrderServices services) : CloudOrderFunction(Definition, services)
{
    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getQuote",
        "Asks OVHcloud what a Public Cloud project would cost. No order is placed. Needs no credentials if `ovhSubsidiary` is set.",
        [Properties.Description with { Required = false }, .. Properties.OrderInputs],
        [
            .. QuoteProperties.All.Select(o => o with { Required = true, Description = QuoteProperties.WithoutPreview(o) }),
            Properties.Duration with { Required = true, Description = "The duration that would be ordered, in ISO 8601." },
            Properties.PricingMode with { Required = true, Description = "The pricing mode that would be ordered." },
        ]);

    protected override string Doing => "asking for a quote";

    protected override IEnumerable<CheckFailure> Check(InvokeRequest request) =>
        CloudProjectCheck.Beyond(CloudProjectInputs.From(request.Args), Services.Api.Endpoint);

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        var inputs = CloudProjectInputs.From(request.Args);
        var order = inputs.ToRequest(new Urn(Definition.Token), Services.Settings.OvhSubsidiary);
        var quoted = await Services.Quotes.QuoteAsync(
            order with { Description = inputs.Description ?? QuoteService.NoDescription }, operation.CancellationToken);
        return QuoteProperties.Write(PropertyValue.Map.Empty, quoted.Quote)
            .With(Properties.Duration.Name, PropertyValue.Of(quoted.Choice!.Item!.Duration))
            .With(Properties.PricingMode.Name, PropertyValue.Of(quoted.Choice.Item.PricingMode));
    }
}
