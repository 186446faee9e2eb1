using System.Text;
using System.Text.Json;

namespace EcommerceBot.Tools.Calls;

/// <summary>Reads the arguments' text, within bounds that no honest call reaches.</summary>
internal static class ArgumentText
{
    private const int LargestBytes = 64 * 1024;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    /// <returns>The document, or null with the fault.</returns>
    public static JsonDocument? Read(string text, out string fault)
    {
        fault = "";
        if (Encoding.UTF8.GetByteCount(text) > LargestBytes)
        {
            fault = $"The arguments are larger than {LargestBytes / 1024} KB.";
            return null;
        }
        try
        {
            return JsonDocument.Parse(string.IsNullOrWhiteSpace(text) ? "{}" : text, Strict);
        }
        catch (JsonException)
        {
            fault = $"The arguments should be one JSON object, with each name once and at most {Strict.MaxDepth} levels deep.";
            return null;
        }
    }
}
