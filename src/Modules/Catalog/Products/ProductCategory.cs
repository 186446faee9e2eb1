namespace EcommerceBot.Catalog.Products;

/// <summary>A place in the tree of categories. Products name theirs; a name that only products know stands at the root.</summary>
internal sealed class ProductCategory
{
    public const int Deepest = 10;

    /// <summary>Unique in the shop, so that a product need not tell the way to it.</summary>
    public required string Name { get; init; }

    /// <summary>Null at the root.</summary>
    public string? Parent { get; set; }

    /// <summary>Among those of one parent.</summary>
    public int Position { get; set; }
}
