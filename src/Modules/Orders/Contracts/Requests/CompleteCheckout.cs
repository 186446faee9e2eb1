namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the shopper said yes to what was shown: start the checkout saga; answered with <see cref="CheckoutDetails"/> (the payment page follows), <see cref="CheckoutRefused"/> or <see cref="CheckoutNotFound"/>. Completing twice starts one saga.</summary>
public sealed record CompleteCheckout
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>The confirmation of the checkout that was shown.</summary>
    public required string Confirmation { get; init; }

    /// <summary><c>online</c> (the provider's page), <c>cash_on_delivery</c> or <c>bank_transfer</c>, the latter two where the shop takes them.</summary>
    public string PaymentMethod { get; init; } = "online";

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}
