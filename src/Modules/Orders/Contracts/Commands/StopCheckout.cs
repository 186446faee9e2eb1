namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by Orders to its checkout saga: the shopper no longer wants it, or what was to pay for it has failed for good. Without effect on one that is paid or ended.</summary>
public sealed record StopCheckout
{
    public required Guid CheckoutId { get; init; }
}
