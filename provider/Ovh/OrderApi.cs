using System.Globalization;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;
using static PulumiOvhOrder.Ovh.Repeatability;
using static PulumiOvhOrder.Ovh.Route;

namespace PulumiOvhOrder.Ovh;

/// <summary>The account's orders.</summary>
internal sealed class OrderApi(OvhTransport api)
{
    private static OvhJson Json => OvhJson.Default;

    /// <summary>Ids grow with time.</summary>
    public Task<IReadOnlyList<OrderId>> ListAsync(DateTimeOffset? from, CancellationToken cancellationToken) =>
        api.AskAsync(
            Get($"/me/order").Query("date.from", from?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)),
            Json.OrderIds,
            cancellationToken);

    public Task<BillingOrder> GetAsync(OrderId orderId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}"), Json.BillingOrder, cancellationToken);

    /// <summary>One of <see cref="OrderStatus"/>, or a word that this version does not know.</summary>
    public Task<string> StatusAsync(OrderId orderId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/status"), Json.String, cancellationToken);

    public Task<IReadOnlyList<OrderDetailId>> DetailsAsync(OrderId orderId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/details"), Json.OrderDetailIds, cancellationToken);

    public Task<OrderDetail> GetDetailAsync(OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/details/{detailId}"), Json.OrderDetail, cancellationToken);

    /// <summary>What was ordered; not on the US site.</summary>
    public Task<OrderDetailExtension> GetExtensionAsync(OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/details/{detailId}/extension"), Json.OrderDetailExtension, cancellationToken);

    public Task<IReadOnlyList<OperationId>> OperationsAsync(
        OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/details/{detailId}/operations"), Json.OperationIds, cancellationToken);

    public Task<OrderOperation> GetOperationAsync(
        OrderId orderId, OrderDetailId detailId, OperationId operationId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/details/{detailId}/operations/{operationId}"), Json.OrderOperation, cancellationToken);

    /// <summary>What OVHcloud is doing with the order. It only explains: an order may be delivered with every step still to do.</summary>
    public Task<IReadOnlyList<FollowUpStep>> FollowUpAsync(OrderId orderId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/followUp"), Json.FollowUpSteps, cancellationToken);

    /// <summary>404 while nothing was paid.</summary>
    public Task<OrderPayment> PaymentAsync(OrderId orderId, CancellationToken cancellationToken) =>
        api.AskAsync(Get($"/me/order/{orderId}/payment"), Json.OrderPayment, cancellationToken);

    public Task PayAsync(OrderId orderId, PaymentMethodId methodId, CancellationToken cancellationToken) =>
        api.DoAsync(
            Post(Once, $"/me/order/{orderId}/pay").With(new PaymentRequest(new PaymentMethodReference(methodId)), Json.PaymentRequest),
            cancellationToken);

    /// <param name="paymentMean">Such as <see cref="PaymentMean.FidelityAccount"/>.</param>
    public Task PayWithRegisteredPaymentMeanAsync(OrderId orderId, string paymentMean, CancellationToken cancellationToken) =>
        api.DoAsync(
            Post(Once, $"/me/order/{orderId}/payWithRegisteredPaymentMean")
                .With(new RegisteredPaymentRequest(paymentMean, null), Json.RegisteredPaymentRequest),
            cancellationToken);
}
