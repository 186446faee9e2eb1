using System.Globalization;
using System.Text;

namespace EcommerceBot.Catalog.Search;

/// <summary>Cuts any text into plain words, the same way for what is indexed and for what is asked: lower case, no accents, no punctuation.</summary>
internal static class SearchText
{
    /// <summary>Never throws, whatever the text holds: control characters, lone surrogates and operators only separate words.</summary>
    public static IReadOnlyList<string> Words(string text) => Ascii.IsValid(text) ? PlainWords(text) : AnyWords(text);

    /// <summary>The same for text without accents, which most is: an import cuts millions of words.</summary>
    private static List<string> PlainWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.AsSpan())
        {
            if (char.IsAsciiLetterOrDigit(character))
                word.Append(char.ToLowerInvariant(character));
            else if (character != '\'' && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }
        if (word.Length > 0)
            words.Add(word.ToString());
        return words;
    }

    private static List<string> AnyWords(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in WellFormed(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Spelt(rune) is { } spelt)
            {
                word.Append(spelt);
                continue;
            }
            if (IsAccent(rune) || IsApostrophe(rune))
                continue;
            if (IsPartOfWord(rune))
                word.Append(Rune.ToLowerInvariant(rune));
            else
                Flush();
        }
        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString().Normalize(NormalizationForm.FormC));
            word.Clear();
        }
    }

    /// <summary>Latin letters that no normal form takes apart, as people type them who have no such key.</summary>
    private static string? Spelt(Rune rune) => rune.Value switch
    {
        'ß' or 0x1E9E => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'ł' or 'Ł' => "l",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        _ => null,
    };

    private static string WellFormed(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            result.Append(rune);
        return result.ToString();
    }

    /// <summary>The combining accents of Latin, Greek and Cyrillic; the vowel signs of other scripts are part of the word.</summary>
    private static bool IsAccent(Rune rune) => rune.Value is >= 0x300 and <= 0x36F;

    /// <summary>"Women's" is one word, however the apostrophe is typed.</summary>
    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or 0x2019 or 0x2BC;

    private static bool IsPartOfWord(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
