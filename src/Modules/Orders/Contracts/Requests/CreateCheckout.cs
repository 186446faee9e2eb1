namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: quote the cart as it stands, reserving nothing; answered with <see cref="CheckoutDetails"/>, <see cref="CheckoutRefused"/> or <see cref="CartNotFound"/>. The same key gives the same checkout.</summary>
public sealed record CreateCheckout
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public Buyer? Buyer { get; init; }

    /// <summary>Where it goes, field by field: decides delivery and tax. It stands in for <see cref="Contracts.Requests.Buyer.Address"/> where that is empty.</summary>
    public PostalAddress? ShipTo { get; init; }

    /// <summary>One of the choices that a checkout shows; the first that serves the address where none is named.</summary>
    public string? ShippingMethodId { get; init; }

    /// <summary>At most 10; letter case does not matter. One that cannot be had is told in the answer and takes nothing off.</summary>
    public IReadOnlyList<string> CouponCodes { get; init; } = [];

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
