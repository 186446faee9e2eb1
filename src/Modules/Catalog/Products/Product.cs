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
    public required string Title { get; set; }
    public required string Description { get; set; }
    public string? Brand { get; set; }
    public string? Category { get; set; }

    /// <summary>A path on this shop or an absolute URL.</summary>
    public string? ImageUrl { get; set; }

    public List<Variant> Variants { get; } = [];
}
