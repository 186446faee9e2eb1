using System.Globalization;
using EcommerceBot.Conversations.Agent.Rules.Understanding;

namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>Makes words fit, and never cuts a letter from its accent or an emoji in two.</summary>
internal static class Clip
{
    private const string Ellipsis = "…";

    /// <summary>One line of at most so many UTF-16 units.</summary>
    public static string Line(string text, int most) => Text(Folding.Clean(text).Replace('\n', ' '), most);

    /// <summary>At most so many UTF-16 units; line breaks stay.</summary>
    public static string Text(string text, int most)
    {
        if (text.Length <= most)
            return text;

        var end = 0;
        foreach (var start in StringInfo.ParseCombiningCharacters(text))
        {
            if (start > most - Ellipsis.Length)
                break;
            end = start;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }
}
