namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Whose columns a CSV file has: the shop's own or Shopify's.</summary>
internal interface ICsvColumns
{
    /// <summary>How many fields a row has.</summary>
    int Width { get; }

    /// <summary>The id of the row's product; without one the row is a product of its own, or a fault.</summary>
    Field IdOf(CsvRow row);

    /// <summary>Adds what the row says of its product. What the product's first row leaves out, a later one may give.</summary>
    void AddTo(ProductDraft product, CsvRow row, ImportFaults faults);
}
