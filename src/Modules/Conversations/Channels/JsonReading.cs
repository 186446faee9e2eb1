using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace EcommerceBot.Conversations.Channels;

/// <summary>Reading of bodies that come from outside: what is missing or of another kind is null, never an exception.</summary>
internal static partial class JsonReading
{
    public static JsonElement? Field(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : null;

    public static JsonElement? Field(this JsonElement? element, string name) => element?.Field(name);

    public static IEnumerable<JsonElement> Items(this JsonElement? element) =>
        element is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray() : [];

    /// <summary>A string, or a number as it is written: some senders are not sure which an id is.</summary>
    public static string? Text(this JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.String } text => Whole(text),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };

    public static byte[] Bytes(this JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();

    /// <summary>JSON may escape half of a surrogate pair, which no string may hold: such halves become U+FFFD.</summary>
    private static string Whole(JsonElement text)
    {
        try
        {
            return text.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            var unescaped = Escape().Replace(text.GetRawText()[1..^1], match => Unescape(match.ValueSpan[1..]));
            return unescaped.EnumerateRunes().Aggregate(new StringBuilder(), (whole, rune) => whole.Append(rune.ToString())).ToString();
        }
    }

    private static string Unescape(ReadOnlySpan<char> escape) => escape[0] switch
    {
        'u' => ((char)Convert.ToUInt16(escape[1..].ToString(), 16)).ToString(),
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        var other => other.ToString(),
    };

    [GeneratedRegex(@"\\(u[0-9a-fA-F]{4}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
