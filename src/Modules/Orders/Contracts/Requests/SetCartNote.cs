namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: keep a wish of the shopper's with the cart, such as a gift message; it goes with the order to those who pack it. The same key acts once; answered with <see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>.</summary>
public sealed record SetCartNote
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>At most 500 characters; empty removes it.</summary>
    public required string Note { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
