namespace EcommerceBot.Catalog.Products;

/// <summary>
/// What "popular" means here. A row of its own beside the product's: an import holds the products it changes for as long as it runs, and no
/// sale may wait for that.
/// </summary>
internal sealed class ProductSales
{
    public required string ProductId { get; init; }

    /// <summary>The product's place in the catalog, which decides between equals.</summary>
    public required long Position { get; init; }

    /// <summary>Pieces sold so far.</summary>
    public long Sold { get; set; }
}
