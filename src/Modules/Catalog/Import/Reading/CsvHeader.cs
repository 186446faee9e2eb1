namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Which column means what. Columns it does not know are left alone.</summary>
internal sealed class CsvHeader : ICsvColumns
{
    private const string OptionPrefix = "option:";
    private const string AttributePrefix = "attribute:";
    private const string TitlePrefix = "title:";
    private const string DescriptionPrefix = "description:";
    private const string PricePrefix = "price:";
    private const string BeforePrefix = "compare_at_price:";

    private static readonly string[] Needed = ["sku", "title", "price"];

    private readonly Dictionary<string, int> _columns;
    private readonly List<(string Name, int Column)> _options;
    private readonly List<string> _languages;
    private readonly List<string> _attributes;
    private readonly List<string> _currencies;

    private CsvHeader(Dictionary<string, int> columns, List<(string Name, int Column)> options, int width)
    {
        (_columns, _options, Width) = (columns, options, width);
        _languages = [.. Suffixes(TitlePrefix).Union(Suffixes(DescriptionPrefix))];
        _attributes = [.. Suffixes(AttributePrefix)];
        _currencies = [.. Suffixes(PricePrefix)];
    }

    public int Width { get; }

    /// <exception cref="UnreadableFileException">A needed column is missing or one stands there twice.</exception>
    public static CsvHeader Of(CsvRow row)
    {
        var names = row.Fields.Select(name => name.Trim()).ToList();
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var options = new List<(string Name, int Column)>();
        for (var column = 0; column < names.Count; column++)
        {
            // An option is called as the shop calls it: "Size" here and "size" there are two, as they are in the catalog.
            var option = names[column].StartsWith(OptionPrefix, StringComparison.OrdinalIgnoreCase) ? names[column][OptionPrefix.Length..].Trim() : null;
            if (option is null ? names[column].Length > 0 && !columns.TryAdd(names[column], column) : options.Exists(x => x.Name == option))
                throw new UnreadableFileException(row.Line, $"the column \"{names[column]}\" stands twice in the header.");
            if (option is not null)
                options.Add((option, column));
        }
        var missing = Needed.Where(name => !columns.ContainsKey(name)).ToList();
        return missing.Count == 0 ? new CsvHeader(columns, options, names.Count) : throw new UnreadableFileException(
            row.Line, $"the header names no column {string.Join(", ", missing)}. A catalog is JSON, or CSV whose first row names at least sku, title and price.");
    }

    public Field IdOf(CsvRow row) => Field(row, "product_id").Or(Field(row, "sku"));

    public void AddTo(ProductDraft product, CsvRow row, ImportFaults faults)
    {
        product.Title = Same(product.Title, row, "title", product, faults);
        product.Description = Same(product.Description, row, "description", product, faults);
        product.Brand = Same(product.Brand, row, "brand", product, faults);
        product.Category = Same(product.Category, row, "category", product, faults);
        product.Image = Same(product.Image, row, "image", product, faults);
        product.Status = Same(product.Status, row, "status", product, faults);
        product.Tags = Same(product.Tags, row, "tags", product, faults);
        if (product.Variants.Count == 0)
            AddExtras(product, row);
        product.Variants.Add(Variant(row));
    }

    /// <summary>Other languages and attributes, as the product's first row tells them.</summary>
    private void AddExtras(ProductDraft product, CsvRow row)
    {
        foreach (var language in _languages)
            product.Texts.Add((new Field(language, row.Line), Field(row, TitlePrefix + language), Field(row, DescriptionPrefix + language)));
        foreach (var name in _attributes)
            product.Attributes.Add((new Field(name, row.Line), Field(row, AttributePrefix + name)));
    }

    private VariantDraft Variant(CsvRow row)
    {
        var variant = new VariantDraft(row.Line)
        {
            Sku = Field(row, "sku"),
            Price = Field(row, "price"),
            Currency = Field(row, "currency"),
            Stock = Field(row, "stock"),
            CompareAtPrice = Field(row, "compare_at_price"),
            WeightGrams = Field(row, "weight_grams"),
            Barcode = Field(row, "barcode"),
            TaxClass = Field(row, "tax_class"),
        };
        variant.Options.AddRange(_options
            .Select(option => (new Field(option.Name, row.Line), Value: new Field(row.Fields[option.Column], row.Line)))
            .Where(option => option.Value.Value is not null));
        foreach (var code in _currencies)
            variant.OtherPrices.Add((new Field(code, row.Line), Field(row, PricePrefix + code), Field(row, BeforePrefix + code)));
        return variant;
    }

    private IEnumerable<string> Suffixes(string prefix) =>
        _columns.Keys.Where(name => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).Select(name => name[prefix.Length..].Trim());

    private Field Same(Field known, CsvRow row, string column, ProductDraft product, ImportFaults faults)
    {
        var field = Field(row, column);
        if (known.Value is null || field.Value is null)
            return known.Or(field);
        if (known.Value != field.Value)
            faults.Add(row.Line, $"the {column} of product {product.Id.Value} is \"{Quote.Short(field.Value)}\" here and \"{Quote.Short(known.Value)}\" on line {known.Line}.");
        return known;
    }

    private Field Field(CsvRow row, string column) => new(_columns.TryGetValue(column, out var index) ? row.Fields[index] : null, row.Line);
}
