namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders when the payment provider reports a declined attempt; its page stays open.</summary>
public sealed record PaymentAttemptFailed
{
    public required Guid CheckoutId { get; init; }

    /// <summary>From 1, counted by the provider's page.</summary>
    public required int Attempt { get; init; }
}
