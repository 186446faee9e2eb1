namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders when the payment provider reports money received; with the stored payment event, in one transaction.</summary>
public sealed record PaymentSettled
{
    public required Guid CheckoutId { get; init; }

    /// <summary>The provider's payment; a second one for the same checkout has another id.</summary>
    public required string PaymentId { get; init; }

    /// <summary>What was received, minor units of <see cref="Currency"/>.</summary>
    public required long Amount { get; init; }
    public required string Currency { get; init; }
}
