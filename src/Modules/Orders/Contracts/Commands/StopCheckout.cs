namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by Orders to its checkout saga: the shopper no longer wants it. Without effect on one that is paid or ended.</summary>
public sealed record StopCheckout
{
    public required Guid CheckoutId { get; init; }
}
