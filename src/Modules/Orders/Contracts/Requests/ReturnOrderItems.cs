namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools after the customer said yes: take pieces of a <c>delivered</c> order back, and the money follows when they have arrived; answered with <see cref="OrderDetails"/>, <see cref="OrderRefused"/> or <see cref="OrderNotFound"/>. The same key acts once.</summary>
public sealed record ReturnOrderItems
{
    public required string OrderNumber { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>1 to 50; the same SKU may stand there several times, the pieces add up.</summary>
    public required IReadOnlyList<ReturnedItem> Items { get; init; }

    /// <summary>Where the refund goes: the method that paid, or a gift card of the customer's.</summary>
    public required string PaymentMethodId { get; init; }

    /// <summary>True: answer with the order as it would stand, change nothing and leave the key unused.</summary>
    public bool Preview { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}

/// <summary>So many pieces of a SKU that go back.</summary>
public sealed record ReturnedItem
{
    public required string Sku { get; init; }

    /// <summary>1 to 99.</summary>
    public int Quantity { get; init; } = 1;
}
