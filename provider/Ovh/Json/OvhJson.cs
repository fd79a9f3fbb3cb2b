using System.Text.Json.Serialization;
using PulumiOvhOrder.Ovh.Http;
using PulumiOvhOrder.Ovh.Models;

namespace PulumiOvhOrder.Ovh;

/// <summary>
/// The API's JSON. It grows, and it is not of one mind about numbers: unknown members are ignored, numbers may be strings, and a date
/// or quantity that cannot be read is absent rather than an error. What a caller cannot do without is an error: null is no value of it.
/// </summary>
[JsonSourceGenerationOptions(
    // Bodies are small: code of its own for writing each of them is not worth its size.
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(TextIdConverter<CartId>),
        typeof(TextIdConverter<ProjectId>),
        typeof(NumberIdConverter<ItemId>),
        typeof(NumberIdConverter<ConfigurationId>),
        typeof(NumberIdConverter<OrderId>),
        typeof(NumberIdConverter<OrderDetailId>),
        typeof(NumberIdConverter<OperationId>),
        typeof(NumberIdConverter<PaymentMethodId>),
        typeof(NumberIdConverter<CreditId>),
        typeof(NumberIdConverter<MailId>),
        typeof(NumberIdConverter<ServiceId>),
        typeof(OptionalIdConverter<ItemId>),
        typeof(OptionalIdConverter<OrderId>),
        typeof(OptionalIdConverter<ServiceId>),
        typeof(TextConverter),
        typeof(SecretConverter),
        typeof(OptionalSecretConverter),
        typeof(DateConverter),
        typeof(QuantityConverter),
        typeof(PartsConverter<Authorization>),
        typeof(PartsConverter<AvailablePaymentMean>),
        typeof(WholeListConverter<Offer>),
        typeof(WholeListConverter<OptionOffer>),
        typeof(WholeListConverter<ConfigurationRequirement>),
        typeof(WholeListConverter<CloudOrder>),
        typeof(WholeListConverter<FollowUpStep>),
        typeof(WholeListConverter<FollowUpEvent>),
        typeof(ReadablePartsConverter<OrderLine>),
        typeof(ReadablePartsConverter<Contract>),
        typeof(PartsConverter<OfferPrice>),
        typeof(PartsConverter<AccessRule>),
        typeof(PartsConverter<OrderedConfiguration>),
        typeof(PartsConverter<string>),
    ])]
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(CartCreation))]
[JsonSerializable(typeof(CartUpdate))]
[JsonSerializable(typeof(CartItem))]
[JsonSerializable(typeof(NewItem))]
[JsonSerializable(typeof(NewOption))]
[JsonSerializable(typeof(NewServiceOption))]
[JsonSerializable(typeof(NewConfiguration))]
[JsonSerializable(typeof(ConfigurationItem))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(BillingOrder))]
[JsonSerializable(typeof(OrderDetail))]
[JsonSerializable(typeof(OrderDetailExtension))]
[JsonSerializable(typeof(OrderOperation))]
[JsonSerializable(typeof(OrderPayment))]
[JsonSerializable(typeof(OrderPaymentMethods))]
[JsonSerializable(typeof(PaymentRequest))]
[JsonSerializable(typeof(RegisteredPaymentRequest))]
[JsonSerializable(typeof(PaymentMethod))]
[JsonSerializable(typeof(CloudProject))]
[JsonSerializable(typeof(ProjectUpdate))]
[JsonSerializable(typeof(TerminationConfirmation))]
[JsonSerializable(typeof(CreditCode))]
[JsonSerializable(typeof(ProjectCredit))]
[JsonSerializable(typeof(ServiceInfos))]
[JsonSerializable(typeof(Eligibility))]
[JsonSerializable(typeof(Me))]
[JsonSerializable(typeof(MailHistoryEntry))]
[JsonSerializable(typeof(Credential))]
[JsonSerializable(typeof(AuthorizationCheck))]
[JsonSerializable(typeof(IReadOnlyList<Authorization>), TypeInfoPropertyName = "Authorizations")]
[JsonSerializable(typeof(IReadOnlyList<AvailablePaymentMean>), TypeInfoPropertyName = "AvailablePaymentMeans")]
[JsonSerializable(typeof(IReadOnlyList<FollowUpStep>), TypeInfoPropertyName = "FollowUpSteps")]
[JsonSerializable(typeof(OAuthToken))]
[JsonSerializable(typeof(IReadOnlyList<CartId>), TypeInfoPropertyName = "CartIds")]
[JsonSerializable(typeof(IReadOnlyList<ItemId>), TypeInfoPropertyName = "ItemIds")]
[JsonSerializable(typeof(IReadOnlyList<ConfigurationId>), TypeInfoPropertyName = "ConfigurationIds")]
[JsonSerializable(typeof(IReadOnlyList<OrderId>), TypeInfoPropertyName = "OrderIds")]
[JsonSerializable(typeof(IReadOnlyList<OrderDetailId>), TypeInfoPropertyName = "OrderDetailIds")]
[JsonSerializable(typeof(IReadOnlyList<OperationId>), TypeInfoPropertyName = "OperationIds")]
[JsonSerializable(typeof(IReadOnlyList<PaymentMethodId>), TypeInfoPropertyName = "PaymentMethodIds")]
[JsonSerializable(typeof(IReadOnlyList<CreditId>), TypeInfoPropertyName = "CreditIds")]
[JsonSerializable(typeof(IReadOnlyList<MailId>), TypeInfoPropertyName = "MailIds")]
[JsonSerializable(typeof(IReadOnlyList<ProjectId>), TypeInfoPropertyName = "ProjectIds")]
[JsonSerializable(typeof(IReadOnlyList<Offer>), TypeInfoPropertyName = "Offers")]
[JsonSerializable(typeof(IReadOnlyList<OptionOffer>), TypeInfoPropertyName = "OptionOffers")]
[JsonSerializable(typeof(IReadOnlyList<ConfigurationRequirement>), TypeInfoPropertyName = "ConfigurationRequirements")]
[JsonSerializable(typeof(IReadOnlyList<CloudOrder>), TypeInfoPropertyName = "CloudOrders")]
[JsonSerializable(typeof(OrderStatusAnswer))]
[JsonSerializable(typeof(ApiTime))]
[JsonSerializable(typeof(OrderLine))]
[JsonSerializable(typeof(Contract))]
[JsonSerializable(typeof(IamResource))]
internal sealed partial class OvhJson : JsonSerializerContext;
