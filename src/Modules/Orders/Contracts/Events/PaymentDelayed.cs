namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga once when the payment provider is away: the stock is held and the order kept, and PaymentRequested follows with the link as soon as the provider is back, or CheckoutFailed at <see cref="KeptUntil"/>.</summary>
public sealed record PaymentDelayed
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>UTC; until then the provider is asked again and again.</summary>
    public required DateTimeOffset KeptUntil { get; init; }
}
