namespace EcommerceBot.Catalog.Products;

/// <summary>What the shop shows as one thing; what is bought is one of its variants.</summary>
internal sealed class Product
{
    public const int LongestId = 64;
    public const int LongestTitle = 200;
    public const int LongestDescription = 10_000;
    public const int LongestName = 100;

    public required string Id { get; init; }

    /// <summary>Place in the catalog, in the order of arrival; also the row id of its search document.</summary>
    public required long Position { get; init; }

    /// <summary>In the shop's default language, as is the description.</summary>
    public required string Title { get; set; }
    public required string Description { get; set; }
    public string? Brand { get; set; }

    /// <summary>Names a <see cref="ProductCategory"/>, or is one of its own at the root of the tree.</summary>
    public string? Category { get; set; }

    /// <summary>A path on this shop or an absolute URL: the first of <see cref="Media"/> where there is one.</summary>
    public string? ImageUrl { get; set; }

    /// <summary>Its part of a page's address; unique. Null in rows older than slugs.</summary>
    public string? Slug { get; set; }

    /// <summary>Only what is active has a search document and a row of sales, so that no search need ask.</summary>
    public ProductStatus Status { get; set; } = ProductStatus.Active;

    /// <summary>Facts by their names: "material": "wool".</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; set; } = new Dictionary<string, string>();
    public IReadOnlyList<string> Tags { get; set; } = [];
    public IReadOnlyList<ProductPicture> Media { get; set; } = [];

    /// <summary>By BCP 47 tag; the default language is not among them.</summary>
    public IReadOnlyDictionary<string, ProductText> Texts { get; set; } = new Dictionary<string, ProductText>();

    /// <summary>Counts the changes; whoever edits says which one was seen.</summary>
    public int Version { get; set; } = 1;
    public DateTimeOffset UpdatedAt { get; set; }

    /// <summary>Pieces sold, kept here while the product is not active.</summary>
    public long SoldBefore { get; set; }

    public List<Variant> Variants { get; } = [];
}

/// <summary>Whether shoppers see a product.</summary>
internal enum ProductStatus
{
    Active,
    Draft,
    Archived,
}

/// <summary>A picture and what it shows.</summary>
internal sealed record ProductPicture(string Url, string? Alt);

/// <summary>A product's words in another language; what is left out is said in the default one.</summary>
internal sealed record ProductText(string? Title, string? Description);
