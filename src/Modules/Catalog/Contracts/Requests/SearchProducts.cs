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

    /// <summary>Products to pass over. <see cref="After"/> is the better way to the next page: nothing is repeated or left out when the shop changes meanwhile.</summary>
    public int Offset { get; init; }

    /// <summary><see cref="ProductsFound.Next"/> of the page before; wins over <see cref="Offset"/>. One that cannot be read begins at the first page.</summary>
    public string? After { get; init; }

    /// <summary><c>price</c>, <c>-price</c> (dearest first), <c>newest</c> or <c>popular</c>; anything else, and null, is best match first. "Cheapest" in the text sorts too.</summary>
    public string? Sort { get; init; }

    /// <summary>Only products of this category, brand, with a variant of these options (name to value); letter case does not matter.</summary>
    public string? Category { get; init; }
    public string? Brand { get; init; }
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Only products that can be bought now.</summary>
    public bool InStock { get; init; }

    /// <summary>Whether <see cref="ProductsFound.Facets"/> are wanted.</summary>
    public bool Facets { get; init; }
}

/// <summary>Answered by Catalog: one page of matches and how many there are in all.</summary>
public sealed record ProductsFound
{
    public required IReadOnlyList<ProductSummary> Products { get; init; }

    /// <summary>Matches over all pages; of words at most the best 1,000 are counted.</summary>
    public required int Total { get; init; }

    /// <summary>How many of them have everything that was asked for. They come first; the others come close and are there because these are few. Null when nothing was asked for.</summary>
    public int? Exact { get; init; }

    /// <summary>For <see cref="SearchProducts.After"/>; null on the last page.</summary>
    public string? Next { get; init; }

    /// <summary>A wish that is spelt nearly like this one and would find much more; given when little was found.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>Over all pages, when they were asked for.</summary>
    public ProductFacets? Facets { get; init; }

    /// <summary>The words that were searched instead, when the shopper's own found nothing as they stood (a typo).</summary>
    public string? SearchedFor { get; init; }

    /// <summary>The bounds that were kept to, in minor units of the shop's currency: those of the request, and those in the shopper's words ("under 50").</summary>
    public long? MinPrice { get; init; }
    public long? MaxPrice { get; init; }

    /// <summary>What of the shopper's words was given up to find anything, in this order: <c>words</c> (not all of them match), <c>price</c> (none at the price they named).</summary>
    public IReadOnlyList<string> Relaxed { get; init; } = [];
}

/// <summary>What a search's matches can be narrowed to, each with how many would be left; the most first, at most 20 of a kind.</summary>
public sealed record ProductFacets
{
    public required IReadOnlyList<FacetValue> Categories { get; init; }
    public required IReadOnlyList<FacetValue> Brands { get; init; }
    public required IReadOnlyList<PriceBand> Prices { get; init; }
    public required IReadOnlyList<OptionFacet> Options { get; init; }
}

/// <summary>A value and the number of products that have it.</summary>
public sealed record FacetValue
{
    public required string Value { get; init; }
    public required int Products { get; init; }
}

/// <summary>Products whose lowest price is at or above <see cref="From"/> and below <see cref="Below"/>, in minor units of the shop's currency, rising.</summary>
public sealed record PriceBand
{
    public required long From { get; init; }
    public required long Below { get; init; }
    public required int Products { get; init; }
}

/// <summary>An option such as size and its values.</summary>
public sealed record OptionFacet
{
    public required string Name { get; init; }
    public required IReadOnlyList<FacetValue> Values { get; init; }
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
