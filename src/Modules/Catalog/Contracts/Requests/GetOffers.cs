namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Orders before it prices a cart: the current offers for some SKUs; answered with <see cref="OffersFound"/>.</summary>
public sealed record GetOffers
{
    public required IReadOnlyList<string> Skus { get; init; }

    /// <summary>ISO 4217: prices in it where a variant has one; a variant that has none, or left out, in its own.</summary>
    public string? Currency { get; init; }

    /// <summary>BCP 47: titles in it where the shop has them; else, or left out, in its default language.</summary>
    public string? Language { get; init; }
}

/// <summary>Answered by Catalog: an offer for each SKU that can be bought; an unknown or withdrawn SKU is left out.</summary>
public sealed record OffersFound
{
    public required IReadOnlyList<VariantOffer> Offers { get; init; }
}

/// <summary>A variant with its price and what is free to sell at this moment.</summary>
public sealed record VariantOffer
{
    public required string Sku { get; init; }
    public required string ProductId { get; init; }

    /// <summary>The product's title, without the options.</summary>
    public required string Title { get; init; }

    /// <summary>Option name to value ("size": "M"); empty where the product has one variant.</summary>
    public required IReadOnlyDictionary<string, string> Options { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>.</summary>
    public required long Price { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>On hand less reserved, never below zero.</summary>
    public required int Available { get; init; }
    public string? ImageUrl { get; init; }

    /// <summary>The product's, where it has one: coupons, taxes and weights go by it.</summary>
    public string? Category { get; init; }

    /// <summary>What it cost before, in the same units as the price and above it.</summary>
    public long? CompareAtPrice { get; init; }
    public int? WeightGrams { get; init; }

    /// <summary>Whose tax rate applies; null is the standard one.</summary>
    public string? TaxClass { get; init; }
}
