namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: make a line hold exactly so many pieces, 0 removes it; answered with <see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>. The same key acts once.</summary>
public sealed record SetCartQuantity
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public required string Sku { get; init; }

    /// <summary>0 to 99.</summary>
    public required int Quantity { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
