// Generated from provider/schema.json by `make sdk`. Changes made here are lost.
#nullable enable

using System;
using System.ComponentModel;
using Pulumi;

namespace Pulumi.OvhOrder
{
    /// <summary>
    /// How the order is paid.
    /// </summary>
    [EnumType]
    public readonly struct Payment : IEquatable<Payment>
    {
        private readonly string _value;

        private Payment(string value)
        {
            _value = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <summary>
        /// The account's default payment method, or <c>paymentMethodId</c>, pays the order. A total of zero is paid from the
        /// account's fidelity account, if it has one.
        /// </summary>
        public static Payment Automatic { get; } = new Payment("automatic");

        /// <summary>
        /// The order is placed and left unpaid. You pay it at <c>orderUrl</c>.
        /// </summary>
        public static Payment Manual { get; } = new Payment("manual");

        /// <summary>Whether both are the same value.</summary>
        public static bool operator ==(Payment left, Payment right) => left.Equals(right);

        /// <summary>Whether they are different values.</summary>
        public static bool operator !=(Payment left, Payment right) => !left.Equals(right);

        /// <summary>The value as the API spells it.</summary>
        public static explicit operator string(Payment value) => value._value;

        /// <inheritdoc />
        [EditorBrowsable(EditorBrowsableState.Never)]
        public override bool Equals(object? obj) => obj is Payment other && Equals(other);

        /// <summary>Whether both are the same value.</summary>
        public bool Equals(Payment other) => string.Equals(_value, other._value, StringComparison.Ordinal);

        /// <inheritdoc />
        [EditorBrowsable(EditorBrowsableState.Never)]
        public override int GetHashCode() => _value?.GetHashCode() ?? 0;

        /// <summary>The value as the API spells it.</summary>
        public override string ToString() => _value;
    }

    /// <summary>
    /// How far the order has come.
    /// </summary>
    [EnumType]
    public readonly struct Stage : IEquatable<Stage>
    {
        private readonly string _value;

        private Stage(string value)
        {
            _value = value ?? throw new ArgumentNullException(nameof(value));
        }

        /// <summary>
        /// The cart is priced. No order is placed.
        /// </summary>
        public static Stage Cart { get; } = new Stage("cart");

        /// <summary>
        /// The order is placed and not delivered yet.
        /// </summary>
        public static Stage Ordered { get; } = new Stage("ordered");

        /// <summary>
        /// The project exists.
        /// </summary>
        public static Stage Delivered { get; } = new Stage("delivered");

        /// <summary>
        /// The order was cancelled. Nothing was delivered.
        /// </summary>
        public static Stage Cancelled { get; } = new Stage("cancelled");

        /// <summary>Whether both are the same value.</summary>
        public static bool operator ==(Stage left, Stage right) => left.Equals(right);

        /// <summary>Whether they are different values.</summary>
        public static bool operator !=(Stage left, Stage right) => !left.Equals(right);

        /// <summary>The value as the API spells it.</summary>
        public static explicit operator string(Stage value) => value._value;

        /// <inheritdoc />
        [EditorBrowsable(EditorBrowsableState.Never)]
        public override bool Equals(object? obj) => obj is Stage other && Equals(other);

        /// <summary>Whether both are the same value.</summary>
        public bool Equals(Stage other) => string.Equals(_value, other._value, StringComparison.Ordinal);

        /// <inheritdoc />
        [EditorBrowsable(EditorBrowsableState.Never)]
        public override int GetHashCode() => _value?.GetHashCode() ?? 0;

        /// <summary>The value as the API spells it.</summary>
        public override string ToString() => _value;
    }
}
