namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: quote the cart as it stands, reserving nothing; answered with <see cref="CheckoutDetails"/>, <see cref="CheckoutRefused"/> or <see cref="CartNotFound"/>. The same key gives the same checkout.</summary>
public sealed record CreateCheckout
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public Buyer? Buyer { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
