namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: end a checkout that is not paid; answered with <see cref="CheckoutDetails"/>, <see cref="CheckoutRefused"/> or <see cref="CheckoutNotFound"/>. Cancelling twice has one effect.</summary>
public sealed record CancelCheckout
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
}
