using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Which language a message is in.</summary>
internal static class LanguageGuess
{
    /// <summary>The language that knows most of the words; in doubt the one spoken so far.</summary>
    public static Lexicon Of(string text, string language)
    {
        var spoken = Languages.Of(language);
        var best = Languages.All.Values.OrderBy(lexicon => lexicon.File.Code, StringComparer.Ordinal).MaxBy(lexicon => lexicon.Knows(lexicon.Read(text)))!;
        return best.Knows(best.Read(text)) > spoken.Knows(spoken.Read(text)) ? best : spoken;
    }
}
