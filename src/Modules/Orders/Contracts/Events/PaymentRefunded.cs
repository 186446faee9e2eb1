namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders once the payment provider has taken a refund.</summary>
public sealed record PaymentRefunded
{
    public required Guid CheckoutId { get; init; }
    public required string PaymentId { get; init; }

    /// <summary>What went back, minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }

    /// <summary>As the command named it; null for a whole payment.</summary>
    public string? RefundId { get; init; }
}
