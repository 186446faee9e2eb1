using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga once per order: it is paid or to be paid on delivery, its stock is committed, its row is stored.</summary>
public sealed record OrderPlaced
{
    public required string OrderNumber { get; init; }
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>The cart it was bought from; null in messages from before it was told.</summary>
    public string? CartId { get; init; }
    public required IReadOnlyList<CartLine> Lines { get; init; }
    public required IReadOnlyList<TotalLine> Totals { get; init; }

    /// <summary>What was charged or is due, minor units.</summary>
    public required long Total { get; init; }

    /// <summary>Of it, what is paid on delivery.</summary>
    public long PaymentDue { get; init; }
    public required string Currency { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }
}
