namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders: the payment provider's page for this checkout is open.</summary>
public sealed record PaymentPageOpened
{
    public required Guid CheckoutId { get; init; }

    /// <summary>Absolute URL for the shopper.</summary>
    public required string Url { get; init; }

    /// <summary>As OpenPaymentPage had it; of an earlier one nothing follows.</summary>
    public int Attempt { get; init; }
}
