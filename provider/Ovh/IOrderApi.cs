using PulumiOvhOrder.Ovh.Models;
using Refit;

namespace PulumiOvhOrder.Ovh;

/// <summary>The account's orders.</summary>
internal interface IOrderApi
{
    /// <summary>Ids grow with time.</summary>
    [Get("/me/order")]
    Task<IReadOnlyList<OrderId>> ListAsync([AliasAs("date.from")] DateTimeOffset? from, CancellationToken cancellationToken);

    [Get("/me/order/{orderId}")]
    Task<BillingOrder> GetAsync(OrderId orderId, CancellationToken cancellationToken);

    /// <summary>Not as a string: of those, Refit hands over the body as it came, quotes included.</summary>
    [Get("/me/order/{orderId}/status")]
    Task<OrderStatusAnswer> ReadStatusAsync(OrderId orderId, CancellationToken cancellationToken);

    /// <summary>One of <see cref="OrderStatus"/>, or a word that this version does not know.</summary>
    async Task<string> StatusAsync(OrderId orderId, CancellationToken cancellationToken) =>
        (await ReadStatusAsync(orderId, cancellationToken)).Status;

    [Get("/me/order/{orderId}/details")]
    Task<IReadOnlyList<OrderDetailId>> DetailsAsync(OrderId orderId, CancellationToken cancellationToken);

    [Get("/me/order/{orderId}/details/{detailId}")]
    Task<OrderDetail> GetDetailAsync(OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken);

    /// <summary>What was ordered; not on the US site.</summary>
    [Get("/me/order/{orderId}/details/{detailId}/extension")]
    Task<OrderDetailExtension> GetExtensionAsync(OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken);

    [Get("/me/order/{orderId}/details/{detailId}/operations")]
    Task<IReadOnlyList<OperationId>> OperationsAsync(OrderId orderId, OrderDetailId detailId, CancellationToken cancellationToken);

    [Get("/me/order/{orderId}/details/{detailId}/operations/{operationId}")]
    Task<OrderOperation> GetOperationAsync(
        OrderId orderId, OrderDetailId detailId, OperationId operationId, CancellationToken cancellationToken);

    /// <summary>What OVHcloud is doing with the order. It only explains: an order may be delivered with every step still to do.</summary>
    [Get("/me/order/{orderId}/followUp")]
    Task<IReadOnlyList<FollowUpStep>> FollowUpAsync(OrderId orderId, CancellationToken cancellationToken);

    /// <summary>404 while nothing was paid.</summary>
    [Get("/me/order/{orderId}/payment")]
    Task<OrderPayment> PaymentAsync(OrderId orderId, CancellationToken cancellationToken);

    /// <summary>With which of the account's payment methods the order can be paid.</summary>
    [Get("/me/order/{orderId}/paymentMethods")]
    Task<OrderPaymentMethods> PaymentMethodsAsync(OrderId orderId, CancellationToken cancellationToken);

    /// <summary>With which payment means of the account the order can be paid; not all of them are payment methods.</summary>
    [Get("/me/order/{orderId}/availableRegisteredPaymentMean")]
    Task<IReadOnlyList<AvailablePaymentMean>> PaymentMeansAsync(OrderId orderId, CancellationToken cancellationToken);

    [Post("/me/order/{orderId}/pay")]
    Task PayAsync(OrderId orderId, [Body] PaymentRequest request, CancellationToken cancellationToken);

    Task PayAsync(OrderId orderId, PaymentMethodId methodId, CancellationToken cancellationToken) =>
        PayAsync(orderId, new PaymentRequest(new PaymentMethodReference(methodId)), cancellationToken);

    [Post("/me/order/{orderId}/payWithRegisteredPaymentMean")]
    Task PayWithRegisteredPaymentMeanAsync(OrderId orderId, [Body] RegisteredPaymentRequest request, CancellationToken cancellationToken);

    /// <param name="paymentMean">Such as <see cref="PaymentMean.FidelityAccount"/>.</param>
    Task PayWithRegisteredPaymentMeanAsync(OrderId orderId, string paymentMean, CancellationToken cancellationToken) =>
        PayWithRegisteredPaymentMeanAsync(orderId, new RegisteredPaymentRequest(paymentMean), cancellationToken);
}
