namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga to itself, for the instant at which its payment page closes.</summary>
public sealed record PaymentTimedOut
{
    public required Guid CheckoutId { get; init; }
}
