namespace EcommerceBot.Orders.Contracts.Requests;

/// <summary>Asked by Tools: make the cart hold exactly these lines; all or nothing; answered with <see cref="CartContents"/>, <see cref="CartRefused"/> or <see cref="CartNotFound"/>. The same key acts once.</summary>
public sealed record ReplaceCart
{
    public required string CartId { get; init; }
    public required string OwnerId { get; init; }
    public required IReadOnlyList<WantedLine> Lines { get; init; }

    /// <summary>Idempotency key, unique per owner, at most 200 characters.</summary>
    public required string Key { get; init; }
}

/// <summary>So many pieces of a SKU wanted in a cart.</summary>
public sealed record WantedLine
{
    public required string Sku { get; init; }

    /// <summary>1 to 99.</summary>
    public required int Quantity { get; init; }
}
