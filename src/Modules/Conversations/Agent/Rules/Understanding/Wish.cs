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

    /// <summary>The thing itself, without what describes it: "boots" of "red leather boots"; null where the wish is one word.</summary>
    public static string? Thing(string wish, Lexicon lexicon)
    {
        var words = wish.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.All(c => !char.IsDigit(c))).ToList();
        if (words.Count == 0 || words is [var only] && only == wish)
            return null;
        return lexicon.File.NounPlace == "last" ? words[^1] : words[0];
    }

    private static string Cut(string wish)
    {
        var space = wish.LastIndexOf(' ', LongestWish);
        return space > 0 ? wish[..space] : wish[..LongestWish];
    }
}
