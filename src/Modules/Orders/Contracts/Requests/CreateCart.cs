namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: a new empty cart; answered with <see cref="CartContents"/>, or <see cref="CartRefused"/> when the key cannot be used. The same key gives the same cart.</summary>
public sealed record CreateCart
{
    /// <summary>For whom the tool acts; only this owner can reach the cart.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
