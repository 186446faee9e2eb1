namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools while a completed checkout waits for its money: pay in another way, as after a decline; the page before it takes no more money. The same key acts once; answered with <see cref="CheckoutDetails"/>, <see cref="CheckoutRefused"/> or <see cref="CheckoutNotFound"/>.</summary>
public sealed record ChoosePaymentMethod
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>As in <see cref="CompleteCheckout"/>.</summary>
    public required string PaymentMethod { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
