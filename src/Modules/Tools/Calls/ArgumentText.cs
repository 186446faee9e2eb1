using System.Text;
using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>Reads the arguments' text, within bounds that no honest call reaches.</summary>
internal static class ArgumentText
{
    private const int LargestBytes = 64 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <summary>Arguments of one text.</summary>
    public static string Of(string name, string value) => JsonSerializer.Serialize(new Dictionary<string, string> { [name] = value }, ToolJson.Result);

    /// <returns>The document, or null with the fault.</returns>
    public static JsonDocument? Read(string text, out string fault)
    {
        fault = "";
        if (Encoding.UTF8.GetByteCount(text) > LargestBytes)
        {
            fault = $"The arguments are larger than {LargestBytes / 1024} KB.";
            return null;
        }
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(string.IsNullOrWhiteSpace(text) ? "{}" : text, Strict);
            if (IsReadable(document.RootElement))
                return document;
        }
        catch (JsonException)
        {
            fault = $"The arguments should be one JSON object, with each name once and at most {Strict.MaxDepth} levels deep.";
            return null;
        }
        // Half a surrogate pair: the parser lets it pass and throws when the text is read.
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
        }
        document?.Dispose();
        fault = "The arguments should be Unicode: half of a surrogate pair or U+0000 stands in a name or a text.";
        return null;
    }

    /// <summary>U+0000 is no text either: PostgreSQL stores none.</summary>
    private static bool IsReadable(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => !value.GetString()!.Contains('\0', StringComparison.Ordinal),
        JsonValueKind.Array => value.EnumerateArray().All(IsReadable),
        JsonValueKind.Object => value.EnumerateObject().All(property => !property.Name.Contains('\0', StringComparison.Ordinal) && IsReadable(property.Value)),
        _ => true,
    };
}
