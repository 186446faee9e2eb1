namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga to itself, for the instant at which the payment provider is asked once more.</summary>
public sealed record PaymentRetryDue
{
    public required Guid CheckoutId { get; init; }
}
