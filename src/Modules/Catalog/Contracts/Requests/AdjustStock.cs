namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Catalog's own REST: count or correct the pieces of many SKUs, all or none; answered with <see cref="StockAdjusted"/> or <see cref="ChangeRejected"/>.</summary>
public sealed record AdjustStock
{
    /// <summary>1 to 1,000; a SKU once.</summary>
    public required IReadOnlyList<StockAdjustment> Lines { get; init; }

    /// <summary>Why, for the audit: "counted", "broken", "found"; 1 to 200 characters.</summary>
    public required string Reason { get; init; }

    /// <summary>Unique for good, at most 200 characters; a repeated key changes nothing and answers with the stock of now.</summary>
    public string? Key { get; init; }

    /// <summary>Who asks, for the audit.</summary>
    public required string By { get; init; }
}

/// <summary>Either a count or a correction of one SKU; never below what is promised to checkouts.</summary>
public sealed record StockAdjustment
{
    public required string Sku { get; init; }

    /// <summary>So many are there; 0 to 1,000,000.</summary>
    public int? OnHand { get; init; }

    /// <summary>So many more, or fewer.</summary>
    public int? Change { get; init; }
}

/// <summary>Answered by Catalog: the stock of the SKUs after the change.</summary>
public sealed record StockAdjusted
{
    public required IReadOnlyList<StockLevel> Levels { get; init; }
}

/// <summary>The pieces of one SKU.</summary>
public sealed record StockLevel
{
    public required string Sku { get; init; }
    public required int OnHand { get; init; }

    /// <summary>Promised to checkouts.</summary>
    public required int Reserved { get; init; }
}
