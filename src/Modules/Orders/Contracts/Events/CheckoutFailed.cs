namespace EcommerceBot.Orders.Contracts.Events;

/// <summary>Published by the checkout saga: the checkout ended without an order, nothing is held, and any payment is refunded.</summary>
public sealed record CheckoutFailed
{
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary><c>out_of_stock</c>, <c>payment_timeout</c>, <c>canceled</c>, <c>provider_away</c> (the payment provider did not come back), or <c>refunded</c> (paid too late, stock gone).</summary>
    public required string Code { get; init; }

    /// <summary>With <c>out_of_stock</c>: the titles of the lines that were short.</summary>
    public required IReadOnlyList<string> ShortTitles { get; init; }

    /// <summary>With <c>refunded</c>: what was given back, minor units.</summary>
    public long? RefundedAmount { get; init; }
    public string? Currency { get; init; }
}
