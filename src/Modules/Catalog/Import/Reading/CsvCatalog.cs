using System.Text;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>
/// Products of a CSV file with a header row, the shop's own columns or those of Shopify's product export. Rows with the same <c>product_id</c> (or
/// handle), wherever they stand, are variants of one product, so the rows are held until the end of the file; a row without one is a product of its own.
/// </summary>
internal static class CsvCatalog
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ProductDraft> Read(Stream stream, char separator, ImportFaults faults)
    {
        using var text = new StreamReader(stream, StrictUtf8);
        using var rows = new CsvRows(text, separator).Read().GetEnumerator();
        var products = new Dictionary<string, ProductDraft>(StringComparer.Ordinal);
        var line = 1;
        try
        {
            if (!rows.MoveNext())
                throw new UnreadableFileException(null, "the file holds no rows. A catalog holds at least one product.");
            Action<Dictionary<string, ProductDraft>, CsvRow, ImportFaults> add =
                ShopifyHeader.Fits(rows.Current) ? ShopifyHeader.Of(rows.Current).AddTo : CsvHeader.Of(rows.Current).AddTo;
            while (rows.MoveNext())
            {
                line = rows.Current.Line;
                add(products, rows.Current, faults);
            }
        }
        catch (DecoderFallbackException exception)
        {
            throw new UnreadableFileException(line, "from about this line on the text is not valid UTF-8. Save the file as UTF-8 and try again.", exception);
        }
        return products.Values;
    }
}
