using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Which language a message is in.</summary>
internal static class LanguageGuess
{
    private const int MostWords = 40;

    /// <summary>The language that knows most of the words; in doubt the one spoken so far.</summary>
    public static Lexicon Of(string text, string language)
    {
        var words = Folding.Words(text, MostWords).Select(Folding.Fold).ToList();
        var spoken = Languages.Of(language);
        var best = Languages.All.Values
            .OrderBy(lexicon => lexicon.File.Code, StringComparer.Ordinal)
            .MaxBy(lexicon => lexicon.Knows(words))!;
        return best.Knows(words) > spoken.Knows(words) ? best : spoken;
    }
}
