namespace EcommerceBot.Catalog.Contracts.Requests;

/// <summary>Asked by Tools: one product by its id, or by the SKU of one of its variants; answered with <see cref="ProductDetails"/> or <see cref="ProductNotFound"/>.</summary>
public sealed record GetProduct
{
    /// <summary>A product id or a SKU.</summary>
    public required string ProductId { get; init; }

    /// <summary>BCP 47; what the shop has not said in it comes in its default language, as all does when left out.</summary>
    public string? Language { get; init; }
}

/// <summary>Answered by Catalog: the product with every variant that can be bought.</summary>
public sealed record ProductDetails
{
    public required string ProductId { get; init; }
    public required string Title { get; init; }
    public required string Description { get; init; }
    public string? Brand { get; init; }
    public string? Category { get; init; }

    /// <summary>A path on this shop or an absolute URL.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>Its part of a page's address.</summary>
    public string? Slug { get; init; }

    /// <summary>Facts by their names.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>All pictures, the main one first.</summary>
    public IReadOnlyList<string> Images { get; init; } = [];

    /// <summary>Counts the changes of the product.</summary>
    public int Version { get; init; }

    /// <summary>In the catalog's order; never empty.</summary>
    public required IReadOnlyList<VariantOffer> Variants { get; init; }
}

/// <summary>Answered by Catalog: no active product or SKU has that id.</summary>
public sealed record ProductNotFound
{
    public required string ProductId { get; init; }
}
