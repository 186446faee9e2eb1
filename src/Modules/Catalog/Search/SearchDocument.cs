using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Search;

/// <summary>What can be found of a product: plain words, field by field. Two equal documents need no new index entry.</summary>
internal sealed record SearchDocument(long Position, string Title, string Brand, string Category, string Options, string Description)
{
    public static SearchDocument Of(Product product) => new(
        product.Position,
        Plain(product.Title),
        Plain(product.Brand),
        Plain(product.Category),
        Plain(string.Join(' ', product.Variants.SelectMany(Describe).Distinct())),
        Plain(product.Description));

    /// <summary>Each word once: a word's weight in the vocabulary is the number of products that have it.</summary>
    public IEnumerable<string> DistinctWords() =>
        new[] { Title, Brand, Category, Options, Description }.SelectMany(field => field.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Distinct();

    private static IEnumerable<string> Describe(Variant variant) => [variant.Sku, .. variant.Options.Keys, .. variant.Options.Values];

    private static string Plain(string? text) => string.Join(' ', SearchText.Words(text ?? ""));
}
