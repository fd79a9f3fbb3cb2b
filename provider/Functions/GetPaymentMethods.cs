using PulumiOvhOrder.Ovh;
using PulumiOvhOrder.Ovh.Models;
using PulumiOvhOrder.Plugin;
using PulumiOvhOrder.Plugin.Schema;
using PulumiOvhOrder.Resources.CloudProject;
using PulumiOvhOrder.Values;

namespace PulumiOvhOrder.Functions;

/// <summary><c>getPaymentMethods</c>: what the account can pay with.</summary>
internal sealed class GetPaymentMethods(OrderServices services) : CloudOrderFunction(Definition, services)
{
    private static readonly ObjectDefinition MethodObject = new("PaymentMethod", "A payment method that is registered in the account.",
    [
        new("id", new PropertyType.Integer(IsId: true), "The method's id, which `paymentMethodId` of a project takes.") { Required = true },
        new("type", new PropertyType.Text(), "The type as the API returns it, such as `CREDIT_CARD` or `SEPA_DIRECT_DEBIT`."),
        new("label", new PropertyType.Text(), "The method's label, with its number masked by OVHcloud."),
        new("status", new PropertyType.Text(), "The status as the API returns it. Only a `VALID` method can pay."),
        new("default", new PropertyType.Boolean(), "Whether it is the account's default payment method.") { Required = true },
    ]);

    public static FunctionDefinition Definition { get; } = new(
        "ovh-order:index:getPaymentMethods",
        "Lists the payment methods that are registered in the account.",
        [new("status", new PropertyType.Text(1), "The status of the methods to list, such as `VALID`. All methods are listed by default.")],
        [new("methods", new PropertyType.ListOf(new PropertyType.Nested(MethodObject)), "The payment methods.") { Required = true }]);

    protected override string Doing => "listing the payment methods";

    protected override async Task<PropertyValue.Map> AnswerAsync(InvokeRequest request, Operation operation)
    {
        Services.RequireCredentials();
        var status = new PropertyReader(request.Args).Text("status");
        var ids = await Services.Api.Me.PaymentMethodsAsync(isDefault: null, status: null, operation.CancellationToken);
        var methods = await Task.WhenAll(ids.OrderBy(id => id.Value)
            .Select(id => Services.Api.Me.GetPaymentMethodAsync(id, operation.CancellationToken).OrNullIfMissingAsync()));
        var wanted = methods.OfType<PaymentMethod>().Where(m => status is null || m.Status == status);
        return PropertyValue.Map.Empty.With("methods", PropertyValue.Of(wanted.Select(Write)));
    }

    private static PropertyValue Write(PaymentMethod method) => PropertyValue.Map.Empty
        .With("id", PropertyValue.Of((double)method.PaymentMethodId.Value))
        .With("type", PropertyValue.Of(method.PaymentType))
        .With("label", PropertyValue.Of(method.Label))
        .With("status", PropertyValue.Of(method.Status))
        .With("default", PropertyValue.Of(method.Default == true));
}
