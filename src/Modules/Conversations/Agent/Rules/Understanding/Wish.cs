namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>The words of a sentence that describe a product.</summary>
internal static class Wish
{
    private const int LongestWish = 100;

    /// <summary>Without articles, courtesy and other words that find nothing; in the shopper's spelling.</summary>
    public static string Words(IEnumerable<Token> tokens, Lexicon lexicon)
    {
        var words = tokens
            .Where(token => token.Folded.Length > 0 && !lexicon.StopWords.Contains(token.Folded))
            .Select(token => token.Written.Trim('#'));
        var wish = string.Join(' ', words);
        return wish.Length <= LongestWish ? wish : Cut(wish);
    }

    /// <summary>The thing itself: "boots" of "red leather boots for winter"; null where there is no more to leave out.</summary>
    public static string? Thing(IReadOnlyList<Token> tokens, Lexicon lexicon)
    {
        var all = Words(tokens, lexicon);
        var before = Words(tokens.TakeWhile(token => !lexicon.AddOns.Contains(token.Folded)), lexicon);
        var words = (before.Length > 0 ? before : all).Split(' ').Where(word => word.Length > 0 && !word.Any(char.IsDigit)).ToList();
        if (words.Count == 0)
            return null;

        var thing = lexicon.File.NounPlace == "last" ? words[^1] : words[0];
        return thing == all ? null : thing;
    }

    private static string Cut(string wish)
    {
        var space = wish.LastIndexOf(' ', LongestWish);
        return space > 0 ? wish[..space] : wish[..LongestWish];
    }
}
