using System.Globalization;
using System.Text;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Makes different spellings of the same words equal.</summary>
internal static class Folding
{
    private const string KeptAtTheEdge = "#$€£¥%+";

    private static readonly HashSet<UnicodeCategory> Blanks =
    [
        UnicodeCategory.Control, UnicodeCategory.SpaceSeparator, UnicodeCategory.LineSeparator, UnicodeCategory.ParagraphSeparator,
    ];

    // Invisible, but they hold an emoji or a Persian word together.
    private const int Joiner = 0x200D;
    private const int NonJoiner = 0x200C;

    /// <summary>Well-formed text without control and invisible characters; line breaks stay.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (rune.Value is '\n' or Joiner or NonJoiner)
                clean.Append(rune.ToString());
            else if (Blanks.Contains(category))
                clean.Append(' ');
            else if (category is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
                clean.Append(rune.ToString());
        }

        return clean.ToString().Trim();
    }

    /// <summary>Small letters and digits without accents: <c>T-Shirt</c> and <c>tshirt</c> fold to the same.</summary>
    public static string Fold(string word)
    {
        var folded = new StringBuilder(word.Length);
        foreach (var rune in word.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                folded.Append(Rune.ToLowerInvariant(rune).ToString());
        }

        return folded.ToString();
    }

    /// <summary>The words of one cleaned sentence, at most <paramref name="limit"/>.</summary>
    public static IEnumerable<string> Words(string sentence, int limit = 40) =>
        sentence.Split([' ', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
            .Select(Trimmed)
            .Where(word => word.Length > 0)
            .Take(limit);

    private static string Trimmed(string word)
    {
        var from = 0;
        var to = word.Length;
        while (from < to && !IsKept(word[from]))
            from++;
        while (to > from && !IsKept(word[to - 1]))
            to--;
        return word[from..to];
    }

    private static bool IsKept(char c) =>
        char.IsLetterOrDigit(c) || char.IsSurrogate(c) || KeptAtTheEdge.Contains(c, StringComparison.Ordinal);
}
