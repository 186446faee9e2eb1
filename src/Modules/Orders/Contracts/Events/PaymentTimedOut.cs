namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga to itself, for the instant from which it waits for no payment any more, and by Orders when the provider says that its page has expired.</summary>
public sealed record PaymentTimedOut
{
    public required Guid CheckoutId { get; init; }
}
