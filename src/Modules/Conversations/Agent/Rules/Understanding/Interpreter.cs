using EcommerceBot.Conversations.Agent.Rules.Language;

namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>What a message says: the language it is in and what each sentence asks for.</summary>
internal sealed record Heard(string Language, IReadOnlyList<Intent> Intents);

/// <summary>Turns a message into intents. A pure function of its arguments and the language files.</summary>
internal static class Interpreter
{
    private const int MostIntents = 3;
    private const int LongestRead = 1000;
    private static readonly IntentKind[] SmallTalk = [IntentKind.Greeting, IntentKind.Thanks, IntentKind.Unclear];

    // Said in two sentences, these are still one wish.
    private static readonly IntentKind[] SaidOnce = [IntentKind.Search, IntentKind.Human, IntentKind.ServiceTopic, IntentKind.OrderStatus];

    /// <param name="text">Cleaned.</param>
    /// <param name="language">The one spoken so far.</param>
    /// <param name="exponent">Decimals of the shop's currency.</param>
    public static Heard Hear(string text, string language, int exponent)
    {
        var read = text.Length <= LongestRead ? text : text[..LongestRead];
        var lexicon = LanguageGuess.Of(read, language);
        var intents = Sentences.Of(read).Select(sentence => SentenceReader.Read(lexicon.Read(sentence), lexicon, exponent)).ToList();
        return new Heard(lexicon.File.Code, Telling(intents));
    }

    // "Hi! I need boots. Something warm." is one wish, not a greeting and two wishes.
    private static IReadOnlyList<Intent> Telling(List<Intent> intents)
    {
        if (intents.Count == 0)
            return [new Intent(IntentKind.Unclear)];

        var telling = intents.Where(intent => !SmallTalk.Contains(intent.Kind)).ToList();
        var sure = telling.Where(intent => !intent.Guessed).ToList();
        if (sure.Count > 0)
            return [.. Merged(sure).Take(MostIntents)];
        if (telling.Count > 0)
            return [telling[0]];
        return [intents.Find(intent => intent.Kind != IntentKind.Unclear) ?? intents[0]];
    }

    private static IEnumerable<Intent> Merged(List<Intent> intents) =>
        intents.Where((intent, i) => i == 0 || intent.Kind != intents[i - 1].Kind || !SaidOnce.Contains(intent.Kind));
}
