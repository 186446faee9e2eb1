namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders when the provider reports a payment that was made and takes days to arrive, such as a bank debit: the saga holds the stock for it.</summary>
public sealed record PaymentPending
{
    public required Guid CheckoutId { get; init; }
}
