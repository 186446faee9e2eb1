namespace EcommerceBot.Conversations.Agent.Rules.Understanding;

/// <summary>Cuts a message where a sentence ends.</summary>
internal static class Sentences
{
    private const int Most = 6;

    /// <summary>At most six; the mark at the end is left out. "49.99" and "t-shirt.blue" are not ends.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length && sentences.Count < Most; i++)
        {
            if (!IsEnd(text, i))
                continue;
            Add(sentences, text[start..i]);
            start = i + 1;
        }

        if (sentences.Count < Most)
            Add(sentences, text[start..]);
        return sentences;
    }

    private static bool IsEnd(string text, int at) =>
        text[at] is '\n' or ';' or '¿' or '¡'
            || (text[at] is '.' or '!' or '?' && (at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1])));

    private static void Add(List<string> sentences, string sentence)
    {
        if (!string.IsNullOrWhiteSpace(sentence))
            sentences.Add(sentence.Trim());
    }
}
