using EcommerceBot.Catalog.Products;

namespace EcommerceBot.Catalog.Search;

/// <summary>What can be found of a product: plain words, field by field; options also hold SKUs, tags and attributes. Two equal documents need no new index entry.</summary>
internal sealed record SearchDocument(long Position, string Title, string Brand, string Category, string Options, string Description)
{
    public static SearchDocument Of(Product product) => Of(
        product.Position, product.Title, product.Brand, product.Category, product.Description, product.Texts.Values, product.Variants.Select(variant => (variant.Sku, variant.Options)),
        [.. product.Tags, .. product.Attributes.Keys, .. product.Attributes.Values]);

    /// <param name="position">Place in the catalog.</param>
    /// <param name="title">As the shop words it, like all that follow.</param>
    /// <param name="brand">Or none.</param>
    /// <param name="category">Or none.</param>
    /// <param name="description">Counts least.</param>
    /// <param name="texts">Title and description in other languages, which count like those in the default one.</param>
    /// <param name="variants">All of them.</param>
    /// <param name="facts">Tags and attributes.</param>
    public static SearchDocument Of(
        long position, string title, string? brand, string? category, string description, IEnumerable<ProductText> texts,
        IEnumerable<(string Sku, IReadOnlyDictionary<string, string> Options)> variants, IReadOnlyCollection<string> facts) => new(
            position, Plain(string.Join(' ', texts.Select(text => text.Title).Prepend(title))), Plain(brand), Plain(category),
            Plain(string.Join(' ', variants.SelectMany(variant => (IEnumerable<string>)[variant.Sku, .. variant.Options.Keys, .. variant.Options.Values]).Concat(facts).Distinct())),
            Plain(string.Join(' ', texts.Select(text => text.Description).Prepend(description))));

    /// <summary>Each word for the vocabulary once: a word's weight there is the number of products that have it.</summary>
    public IEnumerable<string> KnownWords() => new[] { Title, Brand, Category, Options, Description }
        .SelectMany(field => field.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(word => word.Length <= Spelling.LongestWord).Distinct();

    private static string Plain(string? text) => string.Join(' ', SearchText.Words(text ?? ""));
}
