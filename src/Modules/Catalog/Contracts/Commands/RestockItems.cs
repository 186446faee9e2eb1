namespace EcommerceBot.Catalog.Contracts.Commands;

/// <summary>Sent by Orders when pieces that were sold come back (a return, a cancelled or exchanged order): put them on hand again. Done once for each key, however often it is sent; a SKU that the shop no longer has is passed over.</summary>
public sealed record RestockItems
{
    /// <summary>Unique for good to this return or cancellation, at most 200 characters; a repeated key with other lines is an error.</summary>
    public required string Key { get; init; }

    /// <summary>1 to 1,000 lines; each of at least one piece.</summary>
    public required IReadOnlyList<StockLine> Lines { get; init; }

    /// <summary>Kept beside the change of stock: <c>return</c>, <c>cancellation</c>, <c>exchange</c> or the shop's own words, at most 200 characters.</summary>
    public required string Reason { get; init; }
}
