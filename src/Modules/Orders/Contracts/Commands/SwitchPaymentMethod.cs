namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by Orders to its checkout saga: the shopper pays in another way, or what was to pay has failed for good and a fresh page is needed. Without effect on one that is paid or ended.</summary>
public sealed record SwitchPaymentMethod
{
    public required Guid CheckoutId { get; init; }

    /// <summary>As in CompleteCheckout.</summary>
    public required string PaymentMethod { get; init; }
}
