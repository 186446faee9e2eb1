namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>A product with all that the shop knows of it, as its own people read and write it.</summary>
public sealed record ProductDocument
{
    /// <summary>1 to 64 characters; made from the title when a new product names none. Never changes.</summary>
    public string? Id { get; init; }

    /// <summary>1 to 200 characters in the shop's default language.</summary>
    public required string Title { get; init; }

    /// <summary>At most 10,000 characters.</summary>
    public string? Description { get; init; }
    public string? Brand { get; init; }

    /// <summary>The name of a category; an unknown one stands at the root of the tree.</summary>
    public string? Category { get; init; }

    /// <summary>Small letters, digits and single dashes; unique, made from the title when left out.</summary>
    public string? Slug { get; init; }

    /// <summary><c>active</c>, <c>draft</c> or <c>archived</c>; shoppers find only what is active.</summary>
    public string? Status { get; init; }

    /// <summary>Facts by their names, at most 50.</summary>
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    /// <summary>At most 50.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>At most 20 pictures, the main one first.</summary>
    public IReadOnlyList<PictureDocument>? Media { get; init; }

    /// <summary>Title and description by BCP 47 tag ("es", "pt-BR"); what is left out is said in the default language.</summary>
    public IReadOnlyDictionary<string, TextDocument>? Texts { get; init; }

    /// <summary>1 to 250; in a change those that are named, matched by SKU.</summary>
    public required IReadOnlyList<VariantDocument> Variants { get; init; }

    /// <summary>Answered only: counts the changes; also the ETag.</summary>
    public int? Version { get; init; }

    /// <summary>Answered only, UTC.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }
}

/// <summary>A picture of a product.</summary>
public sealed record PictureDocument
{
    /// <summary>A path under <c>/media/</c> of this shop, or an https address.</summary>
    public required string Url { get; init; }
    public string? Alt { get; init; }
}

/// <summary>A product's words in another language.</summary>
public sealed record TextDocument
{
    public string? Title { get; init; }
    public string? Description { get; init; }
}

/// <summary>A variant with all that the shop knows of it.</summary>
public sealed record VariantDocument
{
    /// <summary>1 to 64 characters, unique in the shop; never changes.</summary>
    public required string Sku { get; init; }

    /// <summary>"size": "M"; at most 10.</summary>
    public IReadOnlyDictionary<string, string>? Options { get; init; }

    /// <summary>Minor units of <see cref="Currency"/>, above zero.</summary>
    public required long Price { get; init; }

    /// <summary>ISO 4217; the shop's when left out. A product has one.</summary>
    public string? Currency { get; init; }

    /// <summary>What it cost before, above the price.</summary>
    public long? CompareAtPrice { get; init; }

    /// <summary>Prices in other currencies by ISO 4217 code.</summary>
    public IReadOnlyDictionary<string, PriceDocument>? Prices { get; init; }
    public int? WeightGrams { get; init; }
    public string? Barcode { get; init; }

    /// <summary>Whose tax rate applies; the standard one when left out.</summary>
    public string? TaxClass { get; init; }

    /// <summary>Free pieces at which <c>LowStock</c> is published; the shop's usual number when left out.</summary>
    public int? LowStockAt { get; init; }

    /// <summary>Pieces on hand: taken for a new SKU (0 when left out), answered for a known one, whose stock is changed under <c>/api/catalog/stock</c>.</summary>
    public int? OnHand { get; init; }

    /// <summary>Answered only: pieces promised to checkouts.</summary>
    public int? Reserved { get; init; }
}

/// <summary>A price in one currency.</summary>
public sealed record PriceDocument
{
    /// <summary>Minor units, above zero.</summary>
    public required long Price { get; init; }
    public long? CompareAtPrice { get; init; }
}
