namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: put pieces of a SKU into the cart on top of what is there; answered with <see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>. The same key acts once.</summary>
public sealed record AddToCart
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public required string Sku { get; init; }

    /// <summary>1 to 99 pieces on one line in all.</summary>
    public required int Quantity { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
