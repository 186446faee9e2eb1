namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>The Cloud API's limits, and texts cut to them.</summary>
internal static class WhatsAppLimits
{
    public const int Text = 4096;
    public const int InteractiveBody = 1024;
    public const int Caption = 1024;
    public const int Buttons = 3;
    public const int ButtonTitle = 20;
    public const int ListRows = 10;
    public const int RowTitle = 24;
    public const int RowDescription = 72;
    public const int SectionTitle = 24;
    public const int OpenListTitle = 20;
    public const int OptionId = 200;

    private const char Ellipsis = '…';

    /// <summary>One line of at most <paramref name="most"/> characters, never ending in half a character.</summary>
    public static string Line(string? text, int most)
    {
        var line = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= most)
            return line;
        var end = most - 1;
        return line[..(char.IsHighSurrogate(line[end - 1]) ? end - 1 : end)].TrimEnd() + Ellipsis;
    }

    /// <summary>A long text in pieces, cut at a line, else at a word, else where it must be.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        var rest = text.Trim();
        while (rest.Length > most)
        {
            var cut = CutAt(rest, most);
            yield return rest[..cut].TrimEnd();
            rest = rest[cut..].TrimStart();
        }
        if (rest.Length > 0)
            yield return rest;
    }

    private static int CutAt(string text, int most)
    {
        var line = text.LastIndexOf('\n', most - 1, most / 2);
        if (line > 0)
            return line;
        var word = text.LastIndexOf(' ', most - 1, most / 2);
        if (word > 0)
            return word;
        return char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }
}
