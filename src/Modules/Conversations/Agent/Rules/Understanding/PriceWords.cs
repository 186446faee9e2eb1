using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Finds "under 50" and its like in a wish.</summary>
internal sealed class PriceWords(LanguageFile file, Lexicon lexicon)
{
    private readonly IReadOnlyList<Pattern> _between = [.. file.Prices.Between.Select(say => Pattern.Parse(say, file.Classes))];
    private readonly IReadOnlyList<Pattern> _max = [.. file.Prices.Max.Select(say => Pattern.Parse(say, file.Classes))];
    private readonly IReadOnlyList<Pattern> _min = [.. file.Prices.Min.Select(say => Pattern.Parse(say, file.Classes))];

    public IEnumerable<Pattern> Patterns => _between.Concat(_max).Concat(_min);

    /// <summary>The bounds that were named, and the words without them.</summary>
    public (PriceRange Price, IReadOnlyList<Token> Words) Split(IReadOnlyList<Token> tokens, int exponent)
    {
        var price = PriceRange.Any;
        var rest = Cut(tokens, _between, match => price = new(Minor(match, "amount", exponent), Minor(match, "upper", exponent)));
        rest = Cut(rest, _max, match => price = price with { Max = Minor(match, "amount", exponent) });
        rest = Cut(rest, _min, match => price = price with { Min = Minor(match, "amount", exponent) });
        return (price, rest);
    }

    private IReadOnlyList<Token> Cut(IReadOnlyList<Token> tokens, IReadOnlyList<Pattern> patterns, Action<PatternMatch> found)
    {
        for (var start = 0; start < tokens.Count; start++)
        {
            foreach (var pattern in patterns)
            {
                if (lexicon.IsFiller(tokens[start]) || PatternMatch.From(pattern, tokens, start, lexicon) is not { } match)
                    continue;
                found(match);
                return [.. tokens.Take(start), .. tokens.Skip(match.End)];
            }
        }

        return tokens;
    }

    private static long? Minor(PatternMatch match, string capture, int exponent) =>
        match.Captured(capture) is [var token] && Amounts.TryParse(token.Written, exponent, out var minor) ? minor : null;
}
