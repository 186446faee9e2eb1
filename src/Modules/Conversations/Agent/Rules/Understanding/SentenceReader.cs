namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Finds what one sentence asks for: the first rule that matches, else a guess.</summary>
internal static class SentenceReader
{
    private const int LongestGuess = 8;

    public static Intent Read(IReadOnlyList<Token> tokens, Lexicon lexicon, int exponent)
    {
        if (tokens is [var only] && OrderNumbers.IsPlainlyOne(only))
            return new Intent(IntentKind.OrderStatus) { OrderNumber = OrderNumbers.Plain(only.Written) };

        var wish = WithoutLeads(tokens, lexicon);
        var readings = tokens.SelectMany(token => token.Readings).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in lexicon.Rules.Where(rule => rule.Pattern.MayMatch(readings)))
        {
            var match = PatternMatch.Whole(rule.Pattern, tokens, lexicon) ?? PatternMatch.Whole(rule.Pattern, wish, lexicon);
            if (match is null)
                continue;
            return rule.Kind is IntentKind.Search or IntentKind.Browse
                ? Search(tokens, wish, lexicon, exponent)
                : Built(rule, match, lexicon, tokens);
        }

        return Guess(tokens, wish, lexicon, exponent);
    }

    private static Intent Built(Rule rule, PatternMatch match, Lexicon lexicon, IReadOnlyList<Token> tokens)
    {
        var what = match.Captured("what").ToList();
        var quantity = match.Captured("n") is [var n] ? NumberWords.Read(n, lexicon.File) : LeadingCount(what, lexicon);
        return new Intent(rule.Kind)
        {
            What = string.Join(' ', (rule.Kind == IntentKind.ChooseVariant ? tokens : what).Select(token => token.Written)),
            Quantity = quantity,
            OrderNumber = OrderNumberIn(rule.Kind, match, tokens),
            Topic = rule.Topic,
        };
    }

    // "2 of the hiking boots", "I'll take three": the count leaves the words.
    private static int? LeadingCount(List<Token> what, Lexicon lexicon)
    {
        if (what.Count == 0 || NumberWords.Read(what[0], lexicon.File) is not { } count)
            return null;
        what.RemoveAt(0);
        return count;
    }

    private static string? OrderNumberIn(IntentKind kind, PatternMatch match, IReadOnlyList<Token> tokens)
    {
        if (match.Captured("order") is [var captured])
            return OrderNumbers.Plain(captured.Written);
        if (kind is not (IntentKind.OrderStatus or IntentKind.CancelOrder or IntentKind.ServiceTopic))
            return null;
        return tokens.FirstOrDefault(OrderNumbers.LooksLikeOne) is { } token ? OrderNumbers.Plain(token.Written) : null;
    }

    // The price leaves the words first, so that the wish is only what is wished for.
    private static Intent Search(IReadOnlyList<Token> tokens, IReadOnlyList<Token> wish, Lexicon lexicon, int exponent)
    {
        var (price, rest) = lexicon.Prices.Split(wish, exponent);
        var (_, all) = lexicon.Prices.Split(tokens, exponent);
        foreach (var rule in lexicon.Rules)
        {
            if (rule.Kind is not (IntentKind.Search or IntentKind.Browse))
                continue;
            if ((PatternMatch.Whole(rule.Pattern, all, lexicon) ?? PatternMatch.Whole(rule.Pattern, rest, lexicon)) is not { } match)
                continue;
            return Wished(rule.Kind, match.Captured("what"), price, lexicon, guessed: false);
        }

        return Wished(IntentKind.Search, rest, price, lexicon, guessed: false);
    }

    private static Intent Guess(IReadOnlyList<Token> tokens, IReadOnlyList<Token> wish, Lexicon lexicon, int exponent)
    {
        var (price, rest) = lexicon.Prices.Split(wish, exponent);
        if (rest.Count == 0 && price != PriceRange.Any)
            return new Intent(IntentKind.Search) { Price = price };

        var guess = Wished(IntentKind.Search, rest, price, lexicon, guessed: true);
        var words = guess.What.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hasWord = words.Any(word => word.Count(char.IsLetter) >= 2 && word.All(IsOfAWord));
        if (!hasWord)
            return new Intent(IntentKind.Unclear) { What = guess.What, Guessed = true };

        // A question that no rule knows may still name a product; if it does not, it is not for a shop.
        var isQuestion = tokens.Take(1).Concat(rest.Take(1)).Any(token => lexicon.QuestionWords.Contains(token.Folded));
        if (words.Length > LongestGuess)
        {
            var kind = isQuestion || guess.SoundsOffTopic ? IntentKind.OffTopic : IntentKind.Unclear;
            return new Intent(kind) { What = guess.What, Guessed = true };
        }


        return guess with { SoundsOffTopic = guess.SoundsOffTopic || isQuestion };
    }

    private static Intent Wished(IntentKind kind, IReadOnlyList<Token> words, PriceRange price, Lexicon lexicon, bool guessed)
    {
        var what = Wish.Words(words, lexicon);
        return new Intent(what.Length == 0 ? IntentKind.Browse : kind)
        {
            What = what,
            Thing = Wish.Thing(words, lexicon),
            Price = price,
            Guessed = guessed,
            SoundsOffTopic = words.Any(word => lexicon.OffTopicWords.Contains(word.Folded)),
        };
    }

    private static IReadOnlyList<Token> WithoutLeads(IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        var rest = tokens;
        while (Lead(rest, lexicon) is { } lead && lead.End < rest.Count)
            rest = [.. rest.Skip(lead.End)];
        return rest;
    }

    private static PatternMatch? Lead(IReadOnlyList<Token> tokens, Lexicon lexicon) =>
        lexicon.Leads.Select(lead => PatternMatch.From(lead, tokens, 0, lexicon)).FirstOrDefault(match => match is not null);

    private static bool IsOfAWord(char c) => char.IsLetterOrDigit(c) || c is '-' or '\'' or '’' or '/' or '.' or '&' or '+';
}
