using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Contracts.Commands;

/// <summary>Sent by Orders to its checkout saga once a shopper has confirmed a quote: take it through stock and payment. Repeating it starts nothing twice.</summary>
public sealed record StartCheckout
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
    public required IReadOnlyList<CartLine> Lines { get; init; }
    public required IReadOnlyList<TotalLine> Totals { get; init; }

    /// <summary>What is to be charged, minor units of <see cref="Currency"/>.</summary>
    public required long Total { get; init; }
    public required string Currency { get; init; }

    /// <summary>As in CompleteCheckout.</summary>
    public string PaymentMethod { get; init; } = "online";
}
