using System.Text;
using System.Text.Json;

namespace EcommerceBot.Catalog.Import.Reading;

/// <summary>A product a line. A line that is no JSON is a fault of its own; those behind it are read all the same.</summary>
internal static class JsonLines
{
    private const int LongestLine = 16 * 1024 * 1024;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether the first line is an object by itself, and not the one that holds all products.</summary>
    public static bool Fits(ReadOnlySpan<byte> text)
    {
        var end = text.IndexOf((byte)'\n');
        if (end < 0 || text[0] != (byte)'{' || text[end..].Trim(" \t\r\n"u8).IsEmpty)
            return false;
        try
        {
            using var first = JsonDocument.Parse(text[..end].ToArray());
            return !first.RootElement.EnumerateObject().Any(member => member.Name.Equals("products", StringComparison.OrdinalIgnoreCase));
        }
        catch (JsonException)
        {
            return false;
        }
    }

    public static IEnumerable<ProductDraft> Read(Stream stream, ImportFaults faults)
    {
        using var text = new StreamReader(stream, StrictUtf8);
        for (var (line, number) = (Next(text, 1), 1); line is not null; line = Next(text, ++number))
        {
            if (!string.IsNullOrWhiteSpace(line) && Draft(line, number, faults) is { } draft)
                yield return draft;
        }
    }

    private static ProductDraft? Draft(string line, int number, ImportFaults faults)
    {
        try
        {
            var tokens = new JsonTokens(new MemoryStream(Encoding.UTF8.GetBytes(line)), number - 1);
            tokens.Next();
            var tree = JsonTree.Read(tokens);
            // Reads on to the end of the line, where what does not belong there shows.
            tokens.Next();
            return JsonProduct.Draft(tree, null, faults);
        }
        catch (UnreadableFileException exception)
        {
            faults.Add(exception.Line, exception.Message);
            return null;
        }
    }

    private static string? Next(StreamReader text, int number)
    {
        try
        {
            var line = text.ReadLine();
            return line is { Length: > LongestLine } ? throw new UnreadableFileException(number, "this line is longer than 16 million characters, so this can hardly be a catalog.") : line;
        }
        catch (DecoderFallbackException exception)
        {
            throw new UnreadableFileException(number, "from about this line on the text is not valid UTF-8. Save the file as UTF-8 and try again.", exception);
        }
    }
}
