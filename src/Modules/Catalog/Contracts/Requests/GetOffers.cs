namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Orders before it prices a cart: the current offers for some SKUs; answered with <see cref="OffersFound"/>.</summary>
public sealed record GetOffers
{
    public required IReadOnlyList<string> Skus { get; init; }
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
}
