namespace EcommerceBot.Conversations.Agent.Rules.Dialogue;

/// <summary>Beginnings of an answer that are not the answer itself: "my name is Ana" is Ana.</summary>
internal static class Openings
{
    /// <summary>What follows the longest opening; null where the text has none of them.</summary>
    public static string? After(string text, IEnumerable<string> openings)
    {
        var found = openings.Where(opening => text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
            && text.Length > opening.Length
            && (opening[^1] == ':' || !char.IsLetterOrDigit(text[opening.Length]))).MaxBy(opening => opening.Length);
        return found is null ? null : text[found.Length..].Trim().Trim(':', ',').Trim();
    }
}
