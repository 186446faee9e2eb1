namespace EcommerceBot.Catalog.Audit;

/// <summary>Who changed a price, a count of stock or a status, and when, from what to what. Sales are no changes: reservations tell of them.</summary>
internal sealed class AuditEntry
{
    public const string Price = "price";
    public const string CompareAtPrice = "compare_at_price";
    public const string Stock = "stock";
    public const string Status = "status";

    /// <summary>In the order of writing.</summary>
    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary><c>api:admin-key</c>, <c>import:catalog.csv</c>, <c>orders</c>.</summary>
    public required string Who { get; init; }

    /// <summary>One of the constants above.</summary>
    public required string Kind { get; init; }
    public required string ProductId { get; init; }
    public string? Sku { get; init; }

    /// <summary>ISO 4217, with a price.</summary>
    public string? Currency { get; init; }

    /// <summary>Minor units, pieces or a status; null where there was none.</summary>
    public string? From { get; init; }
    public string? To { get; init; }
    public string? Reason { get; init; }
}
