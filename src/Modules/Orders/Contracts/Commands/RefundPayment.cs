namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by the checkout saga: give a whole payment back; answered by PaymentRefunded. Repeating it refunds once.</summary>
public sealed record RefundPayment
{
    public required Guid CheckoutId { get; init; }

    /// <summary>The provider's payment, as PaymentSettled named it.</summary>
    public required string PaymentId { get; init; }

    /// <summary>What had been received, minor units of <see cref="Currency"/>; all of it goes back.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
}
