namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: one checkout of this owner; answered with <see cref="CheckoutDetails"/> or <see cref="CheckoutNotFound"/>.</summary>
public sealed record GetCheckout
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
}
