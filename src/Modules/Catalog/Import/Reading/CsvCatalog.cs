using System.Text;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>
/// Products of a CSV file with a header row, the shop's own columns or those of Shopify's product export. Rows with the same <c>product_id</c> (or
/// handle) are variants of one product. They need not stand together, but a product is done once so many others have begun: a file of any length
/// is read in the same memory.
/// </summary>
internal static class CsvCatalog
{
    private const int MostBegun = 5000;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static IEnumerable<ProductDraft> Read(Stream stream, char separator, ImportFaults faults)
    {
        using var text = new StreamReader(stream, StrictUtf8);
        using var rows = new CsvRows(text, separator).Read().GetEnumerator();
        if (!HasNext(rows, 1))
            throw new UnreadableFileException(null, "the file holds no rows. A catalog holds at least one product.");
        ICsvColumns columns = ShopifyHeader.Fits(rows.Current) ? ShopifyHeader.Of(rows.Current) : CsvHeader.Of(rows.Current);
        var begun = new Dictionary<string, ProductDraft>(StringComparer.Ordinal);
        var order = new Queue<string>();
        while (HasNext(rows, rows.Current.Line))
        {
            if (KeyOf(columns, rows.Current, faults) is not { } key)
                continue;
            if (!begun.TryGetValue(key, out var product))
            {
                if (order.Count == MostBegun && begun.Remove(order.Dequeue(), out var done))
                    yield return done;
                begun.Add(key, product = new ProductDraft(rows.Current.Line) { Id = columns.IdOf(rows.Current) });
                order.Enqueue(key);
            }
            columns.AddTo(product, rows.Current, faults);
        }
        foreach (var key in order)
            yield return begun[key];
    }

    /// <summary>Null with the fault.</summary>
    private static string? KeyOf(ICsvColumns columns, CsvRow row, ImportFaults faults)
    {
        if (row.Fields.Count == columns.Width)
            return columns.IdOf(row).Value ?? $"line {row.Line}";
        faults.Add(row.Line, $"this row has {row.Fields.Count} fields, the header {columns.Width}. Put fields that hold the separator in quotes.");
        return null;
    }

    private static bool HasNext(IEnumerator<CsvRow> rows, int line)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (DecoderFallbackException exception)
        {
            throw new UnreadableFileException(line, "from about this line on the text is not valid UTF-8. Save the file as UTF-8 and try again.", exception);
        }
    }
}
