using System.Text;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>Tells a file's format by what it holds, never by its name, and reads its products one after another.</summary>
internal static class CatalogFile
{
    private const int Sample = 64 * 1024;

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="stream">The file from its beginning; it must be able to seek.</param>
    /// <param name="faults">Takes what is wrong with single products.</param>
    /// <exception cref="UnreadableFileException">Also while the products are read: the file cannot be read any further.</exception>
    public static IEnumerable<ProductDraft> Read(Stream stream, ImportFaults faults)
    {
        var head = new byte[Sample];
        var start = head.AsSpan(0, stream.ReadAtLeast(head, Sample, throwOnEndOfStream: false));
        if (start is [0xFE, 0xFF, ..] or [0xFF, 0xFE, ..] || start.Contains((byte)0))
            throw new UnreadableFileException(1, "this is not a text file in UTF-8. Save the catalog as JSON or CSV in UTF-8.");
        var preamble = start.StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var text = start[preamble..].TrimStart(" \t\r\n"u8);
        if (text.IsEmpty)
            throw new UnreadableFileException(null, "the file holds nothing but blanks. A catalog holds at least one product.");

        stream.Seek(preamble, SeekOrigin.Begin);
        if (JsonLines.Fits(text))
            return JsonLines.Read(stream, faults);
        return text[0] is (byte)'[' or (byte)'{' ? JsonCatalog.Read(stream, faults) : CsvCatalog.Read(stream, SeparatorOf(text), faults);
    }

    /// <summary>Spreadsheets write semicolons where the comma is the decimal sign; the header tells.</summary>
    private static char SeparatorOf(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOfAny((byte)'\r', (byte)'\n');
        var header = Encoding.UTF8.GetString(end < 0 ? text : text[..end]);
        return Separators.MaxBy(separator => header.Count(character => character == separator));
    }
}
