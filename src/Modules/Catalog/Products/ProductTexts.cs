namespace EcommerceBot.Catalog.Products;

/// <summary>A product's words in the language that is asked for, else in a wider one ("pt-BR", "pt"), else in the shop's default.</summary>
internal static class ProductTexts
{
    public static string TitleIn(this Product product, string? language) => Find(product, language, text => text.Title) ?? product.Title;

    public static string DescriptionIn(this Product product, string? language) => Find(product, language, text => text.Description) ?? product.Description;

    private static string? Find(Product product, string? language, Func<ProductText, string?> part)
    {
        for (var tag = language; !string.IsNullOrEmpty(tag); tag = Wider(tag))
        {
            var text = product.Texts.FirstOrDefault(x => x.Key.Equals(tag, StringComparison.OrdinalIgnoreCase)).Value;
            if (text is not null && part(text) is { Length: > 0 } words)
                return words;
        }
        return null;
    }

    private static string? Wider(string tag) => tag.LastIndexOf('-') is > 0 and var at ? tag[..at] : null;
}
