using System.Net;
using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>
/// The columns of Shopify's product CSV. A handle is a product; rows below its first leave the product's columns and the names of options empty,
/// and a row without a price only adds a picture.
/// </summary>
internal sealed partial class ShopifyHeader : ICsvColumns
{
    private const int Options = 3;

    // What Shopify calls the option of a product that has none.
    private const string NoOption = "Title";
    private const string NoValue = "Default Title";

    private readonly Dictionary<string, int> _columns;

    private ShopifyHeader(Dictionary<string, int> columns, int width) => (_columns, Width) = (columns, width);

    public int Width { get; }

    public static bool Fits(CsvRow row) => row.Fields.Any(name => Is(name, "Handle")) && row.Fields.Any(name => Is(name, "Variant Price"));

    public static ShopifyHeader Of(CsvRow row)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var (column, name) in row.Fields.Index().Where(x => !string.IsNullOrWhiteSpace(x.Item)))
            columns.TryAdd(name.Trim(), column);
        return new ShopifyHeader(columns, row.Fields.Count);
    }

    public Field IdOf(CsvRow row) => Field(row, "Handle");

    public void AddTo(ProductDraft product, CsvRow row, ImportFaults faults)
    {
        product.Title = product.Title.Or(Field(row, "Title"));
        product.Description = product.Description.Or(Plain(Field(row, "Body (HTML)")));
        product.Brand = product.Brand.Or(Field(row, "Vendor"));
        product.Category = product.Category.Or(Field(row, "Type")).Or(Leaf(Field(row, "Product Category")));
        product.Image = product.Image.Or(Field(row, "Image Src"));
        product.Tags = product.Tags.Or(Field(row, "Tags"));
        product.Status = product.Status.Or(Status(row));
        if (Field(row, "Variant Price").Value is not null)
            product.Variants.Add(Variant(product, row));
    }

    private VariantDraft Variant(ProductDraft product, CsvRow row)
    {
        var variant = new VariantDraft(row.Line)
        {
            // A shop need not have given SKUs; handle and place then tell variants apart.
            Sku = Field(row, "Variant SKU").Or(new Field($"{product.Id.Value}-{product.Variants.Count + 1}", row.Line)),
            Price = Field(row, "Variant Price"),
            CompareAtPrice = Field(row, "Variant Compare At Price"),
            Stock = Stock(row),
            WeightGrams = Whole(Field(row, "Variant Grams")),
            Barcode = Field(row, "Variant Barcode"),
            TaxClass = Field(row, "Variant Tax Code"),
        };
        for (var number = 1; number <= Options; number++)
        {
            var name = Field(row, $"Option{number} Name").Or(NameOf(product, number));
            var value = Field(row, $"Option{number} Value");
            if (name.Value is not null && value.Value is not null && !(name.Value == NoOption && value.Value == NoValue))
                variant.Options.Add((name, value));
        }
        return variant;
    }

    private static Field NameOf(ProductDraft product, int number) =>
        product.Variants is [var first, ..] && first.Options.Count >= number ? first.Options[number - 1].Name : default;

    /// <summary>Shopify sells below zero where it is allowed to; here there is nothing left then.</summary>
    private Field Stock(CsvRow row)
    {
        var stock = Field(row, "Variant Inventory Qty");
        return stock.Value?.StartsWith('-') == true ? stock with { Text = "0" } : stock;
    }

    private Field Status(CsvRow row)
    {
        var status = Field(row, "Status");
        if (status.Value is { } word)
            return status with { Text = word.ToLowerInvariant() };
        return Field(row, "Published") is { Value: { } published } field && Is(published, "false") ? field with { Text = "draft" } : default;
    }

    /// <summary>Grams are written with decimals, which say nothing.</summary>
    private static Field Whole(Field grams) => grams.Value is { } text && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? grams with { Text = text[..dot] } : grams;

    private static Field Leaf(Field category) => category.Value is { } path ? category with { Text = path.Split('>')[^1].Trim() } : category;

    private static Field Plain(Field html) => html.Value is not { } text ? html
        : html with { Text = Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(Breaks().Replace(text, "\n"), "")), "\n").Trim() };

    private Field Field(CsvRow row, string column) => new(_columns.TryGetValue(column, out var index) ? row.Fields[index] : null, row.Line);

    private static bool Is(string text, string name) => text.Trim().Equals(name, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex("<(?:br|/p|/li|/h[1-6]|/tr|/div)[^>]{0,200}>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]{0,2000}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t]*\n\s*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Blanks();
}
