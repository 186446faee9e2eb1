namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Tools: the shopper's words; answered with <see cref="ProductsFound"/>, best match first, also when nothing matches.</summary>
public sealed record SearchProducts
{
    /// <summary>What the shopper typed, at most 500 characters are read, and a price in it ("under 50") is kept to; empty lists the shop's most popular products.</summary>
    public required string Text { get; init; }

    /// <summary>Only products with a variant at or above this price, in minor units of the shop's currency.</summary>
    public long? MinPrice { get; init; }

    /// <summary>Only products with a variant at or below this price, in minor units of the shop's currency.</summary>
    public long? MaxPrice { get; init; }

    /// <summary>1 to 50 products.</summary>
    public int Limit { get; init; } = 10;

    /// <summary>Products to pass over, for the next page.</summary>
    public int Offset { get; init; }
}

/// <summary>Answered by Catalog: one page of matches and how many there are in all.</summary>
public sealed record ProductsFound
{
    public required IReadOnlyList<ProductSummary> Products { get; init; }

    /// <summary>Matches over all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The words that were searched instead, when the shopper's own found nothing as they stood (a typo).</summary>
    public string? SearchedFor { get; init; }

    /// <summary>The bounds that were kept to, in minor units of the shop's currency: those of the request, and those in the shopper's words ("under 50").</summary>
    public long? MinPrice { get; init; }
    public long? MaxPrice { get; init; }

    /// <summary>What of the shopper's words was given up to find anything, in this order: <c>words</c> (not all of them match), <c>price</c> (none at the price they named).</summary>
    public IReadOnlyList<string> Relaxed { get; init; } = [];
}

/// <summary>A product as a list shows it.</summary>
public sealed record ProductSummary
{
    public required string ProductId { get; init; }
    public required string Title { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }

    /// <summary>Lowest and highest variant price in minor units.</summary>
    public required long FromPrice { get; init; }
    public required long ToPrice { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
    public required bool InStock { get; init; }
    public required int VariantCount { get; init; }

    /// <summary>A path on this shop or an absolute URL.</summary>
    public string? ImageUrl { get; init; }
}
