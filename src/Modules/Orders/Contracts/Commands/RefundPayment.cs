namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by the checkout saga for a whole payment, and by after sales for a part of one: give it back; answered by PaymentRefunded. Repeating it refunds once.</summary>
public sealed record RefundPayment
{
    public required Guid CheckoutId { get; init; }

    /// <summary>The provider's payment, as PaymentSettled named it.</summary>
    public required string PaymentId { get; init; }

    /// <summary>What goes back, minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>Tells one refund of a payment from another; null for the whole payment. At most 40 characters.</summary>
    public string? RefundId { get; init; }
}
