namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Spreads many lines over as many messages as they need, so that nothing of a bill is left out.</summary>
internal static class Paragraphs
{
    /// <summary>The lines joined into texts of at most so many UTF-16 units, cut between lines only.</summary>
    public static IEnumerable<string> Of(IEnumerable<string> lines, int most)
    {
        var paragraph = "";
        foreach (var line in lines.Select(line => Clip.Text(line, most)))
        {
            if (paragraph.Length > 0 && paragraph.Length + 1 + line.Length > most)
            {
                yield return paragraph;
                paragraph = "";
            }

            paragraph += paragraph.Length == 0 ? line : "\n" + line;
        }

        if (paragraph.Length > 0)
            yield return paragraph;
    }
}
