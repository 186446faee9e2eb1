using System.Globalization;
using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Counts and places in digits or words.</summary>
internal static class NumberWords
{
    /// <summary>The count a word names: <c>2</c>, <c>2x</c>, <c>x2</c> or <c>two</c>; null where it names none or one above 9999.</summary>
    public static int? Read(Token token, LanguageFile language)
    {
        if (language.Numbers.TryGetValue(token.Folded, out var named))
            return named;
        if (token.Written.Contains('#', StringComparison.Ordinal) || token.Written.Contains('.', StringComparison.Ordinal))
            return null;

        var digits = token.Folded.Trim('x');
        return digits.Length is > 0 and <= 4 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }

    /// <summary>
    /// The place a phrase such as "the second one", "number 2" or "2" names: 1 is the first, -1 the last; null where it names none.
    /// </summary>
    public static int? Place(IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        var telling = tokens
            .Where(token => !lexicon.StopWords.Contains(token.Folded) || lexicon.File.Ordinals.ContainsKey(token.Folded))
            .ToList();
        if (telling is not [var only])
            return null;
        if (lexicon.File.Ordinals.TryGetValue(only.Folded, out var place))
            return place;

        var digits = only.Folded;
        return digits.Length is 1 or 2 && digits.All(char.IsAsciiDigit) ? int.Parse(digits, CultureInfo.InvariantCulture) : null;
    }
}
