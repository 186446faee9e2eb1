namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools once somebody is known to be who a guest was: put what the guest had aside into this owner's cart, as much of it as stock and the cart's limits allow, and close the guest's cart; messages say what did not fit, and the same key acts once; answered with <see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>.</summary>
public sealed record MergeCart
{
    public required string GuestCartId { get; init; }
    public required string GuestOwnerId { get; init; }

    /// <summary>The cart that is kept.</summary>
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
