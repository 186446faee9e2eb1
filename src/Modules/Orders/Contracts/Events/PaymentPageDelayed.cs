namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by Orders to its checkout saga: the payment provider is away, and no page could be opened; nothing is charged, and the saga has it tried again.</summary>
public sealed record PaymentPageDelayed
{
    public required Guid CheckoutId { get; init; }

    /// <summary>As OpenPaymentPage had it; of an earlier one nothing follows.</summary>
    public int Attempt { get; init; }
}
