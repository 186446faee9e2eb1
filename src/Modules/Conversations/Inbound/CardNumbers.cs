using System.Globalization;
using System.Text;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>
/// Masks what could be a payment card: 13 to 19 digits that pass the Luhn check, alone or in groups set apart by a space, dot or hyphen.
/// </summary>
internal static class CardNumbers
{
    private const int Shortest = 13;
    private const int Longest = 19;
    private const char Cover = '*';

    /// <summary>The same string when there is none.</summary>
    public static string Mask(string text)
    {
        StringBuilder? masked = null;
        for (var start = 0; start < text.Length; start++)
        {
            if (Digit(text[start]) < 0)
                continue;
            var groups = Groups(text, start);
            foreach (var (first, last) in Cards(text, groups))
                Hide(masked ??= new StringBuilder(text), first, last);
            start = groups[^1].End;
        }
        return masked?.ToString() ?? text;
    }

    /// <summary>The digit groups of one run, each from its first to behind its last digit.</summary>
    private static List<(int Start, int End)> Groups(string text, int start)
    {
        var groups = new List<(int, int)>();
        while (true)
        {
            var end = start;
            while (end < text.Length && Digit(text[end]) >= 0)
                end++;
            groups.Add((start, end));
            if (end + 1 >= text.Length || text[end] is not (' ' or '-' or '.' or '\u00a0') || Digit(text[end + 1]) < 0)
                return groups;
            start = end + 1;
        }
    }

    /// <summary>Every stretch of whole groups that could be a card: a house number before it must not hide it.</summary>
    private static IEnumerable<(int First, int Last)> Cards(string text, List<(int Start, int End)> groups)
    {
        for (var from = 0; from < groups.Count; from++)
        {
            var digits = 0;
            for (var to = from; to < groups.Count && digits <= Longest; to++)
            {
                digits += groups[to].End - groups[to].Start;
                if (digits is >= Shortest and <= Longest && PassesLuhn(text, groups[from].Start, groups[to].End))
                    yield return (groups[from].Start, groups[to].End);
            }
        }
    }

    private static bool PassesLuhn(string text, int first, int last)
    {
        var (sum, twice) = (0, false);
        for (var at = last - 1; at >= first; at--)
        {
            var digit = Digit(text[at]);
            if (digit < 0)
                continue;
            var value = twice ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            twice = !twice;
        }
        return sum > 0 && sum % 10 == 0;
    }

    private static void Hide(StringBuilder text, int first, int last)
    {
        for (var at = first; at < last; at++)
        {
            if (Digit(text[at]) >= 0)
                text[at] = Cover;
        }
    }

    /// <summary>Digits of every script: a card typed on an Arabic keyboard is a card.</summary>
    private static int Digit(char character) => char.IsAscii(character)
        ? char.IsAsciiDigit(character) ? character - '0' : -1
        : CharUnicodeInfo.GetDecimalDigitValue(character);
}
