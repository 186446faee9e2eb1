namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>A product as a file words it, before anything is checked.</summary>
internal sealed class ProductDraft(int line)
{
    public int Line => line;
    public Field Id { get; set; } = new(null, line);
    public Field Title { get; set; } = new(null, line);
    public Field Description { get; set; } = new(null, line);
    public Field Brand { get; set; } = new(null, line);
    public Field Category { get; set; } = new(null, line);
    public Field Image { get; set; } = new(null, line);
    public Field Status { get; set; } = new(null, line);

    /// <summary>Separated by commas.</summary>
    public Field Tags { get; set; } = new(null, line);

    /// <summary>Words in other languages.</summary>
    public List<(Field Language, Field Title, Field Description)> Texts { get; } = [];
    public List<(Field Name, Field Value)> Attributes { get; } = [];
    public List<VariantDraft> Variants { get; } = [];
}

/// <summary>A variant as a file words it.</summary>
internal sealed class VariantDraft(int line)
{
    public int Line => line;
    public Field Sku { get; set; } = new(null, line);
    public Field Price { get; set; } = new(null, line);
    public Field Currency { get; set; } = new(null, line);
    public Field Stock { get; set; } = new(null, line);
    public Field CompareAtPrice { get; set; } = new(null, line);
    public Field WeightGrams { get; set; } = new(null, line);
    public Field Barcode { get; set; } = new(null, line);
    public Field TaxClass { get; set; } = new(null, line);
    public List<(Field Name, Field Value)> Options { get; } = [];

    /// <summary>Prices in other currencies.</summary>
    public List<(Field Currency, Field Price, Field CompareAtPrice)> OtherPrices { get; } = [];
}

/// <summary>A text and the line it stands on; no text when the file gives none.</summary>
internal readonly record struct Field(string? Text, int Line)
{
    /// <summary>Trimmed; null instead of empty.</summary>
    public string? Value => string.IsNullOrWhiteSpace(Text) ? null : Text.Trim();

    public Field Or(Field other) => Value is null ? other : this;
}
