namespace EcommerceBot.Tools.Contracts.Results;

/// <summary>What <c>search_catalog</c> returns.</summary>
public sealed record CatalogSearchResult
{
    public required IReadOnlyList<CatalogProduct> Products { get; init; }
    public required int Total { get; init; }

    /// <summary>The words searched instead of the given ones, after a typo.</summary>
    public string? SearchedFor { get; init; }

    /// <summary>How many products, over all pages, have everything that was asked for; the others come close. Absent when nothing was asked for.</summary>
    public int? Exact { get; init; }

    /// <summary>What was given up to find anything: <c>words</c> (not all of them match), <c>price</c> (none at the price named in the words).</summary>
    public IReadOnlyList<string> Relaxed { get; init; } = [];

    /// <summary>Bounds the products keep to, in minor units: those given, and those in the words ("under 50").</summary>
    public long? MinPrice { get; init; }
    public long? MaxPrice { get; init; }

    /// <summary>Words spelt nearly like the given ones that would find much more.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>For <c>after</c>, to get the next page; absent on the last.</summary>
    public string? Next { get; init; }
}

/// <summary>A product in a search result.</summary>
public sealed record CatalogProduct
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }
    public required Price PriceFrom { get; init; }
    public required Price PriceTo { get; init; }
    public required bool InStock { get; init; }
    public required int VariantCount { get; init; }
    public string? ImageUrl { get; init; }
}

/// <summary>What <c>get_product</c> returns.</summary>
public sealed record ProductResult
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }
    public string? ImageUrl { get; init; }
    public required IReadOnlyList<ProductVariant> Variants { get; init; }
}

/// <summary>What <c>lookup_catalog</c> returns.</summary>
public sealed record CatalogLookupResult
{
    /// <summary>In the order asked for, each once.</summary>
    public required IReadOnlyList<ProductResult> Products { get; init; }

    /// <summary>Asked for and not in the shop.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}

/// <summary>A variant that can be bought by its SKU.</summary>
public sealed record ProductVariant
{
    public required string Sku { get; init; }
    public required IReadOnlyDictionary<string, string> Options { get; init; }
    public required Price Price { get; init; }

    /// <summary>Pieces free to sell.</summary>
    public required int Available { get; init; }
}

/// <summary>An amount of money.</summary>
public sealed record Price
{
    /// <summary>Minor units: 1050 is 10.50 in a currency with cents.</summary>
    public required long Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }
}
