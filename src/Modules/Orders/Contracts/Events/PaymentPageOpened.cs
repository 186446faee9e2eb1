namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders: the payment provider's page for this checkout is open.</summary>
public sealed record PaymentPageOpened
{
    public required Guid CheckoutId { get; init; }

    /// <summary>Absolute URL for the shopper.</summary>
    public required string Url { get; init; }
}
