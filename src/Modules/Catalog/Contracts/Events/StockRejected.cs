namespace EcommerceBot.Catalog.Contracts.Events;

/// <summary>Published by Catalog: nothing is held for this checkout, because some lines are short or its reservation had expired.</summary>
public sealed record StockRejected
{
    public required Guid CheckoutId { get; init; }

    /// <summary><c>short</c> (see <see cref="Shortages"/>) or <c>expired</c>.</summary>
    public required string Reason { get; init; }
    public required IReadOnlyList<StockShortage> Shortages { get; init; }
}

/// <summary>A line that could not be held.</summary>
public sealed record StockShortage
{
    public required string Sku { get; init; }
    public required int Requested { get; init; }
    public required int Available { get; init; }
}
