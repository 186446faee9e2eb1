using System.Text;
using System.Text.RegularExpressions;

namespace EcommerceBot.Catalog.Policies;

/// <summary>Parts Markdown at its headings and makes the parts plain: what is read aloud or searched has no marks. Pure.</summary>
internal static partial class MarkdownSections
{
    /// <param name="title">The document's; sections are called after it.</param>
    /// <param name="markdown">Any text.</param>
    public static IReadOnlyList<(string Title, string Text)> Of(string title, string markdown)
    {
        var sections = new List<(string Title, string Text)>();
        var (heading, text, fenced) = ("", new StringBuilder(), false);
        foreach (var line in markdown.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.TrimStart().StartsWith("```", StringComparison.Ordinal))
            {
                fenced = !fenced;
                continue;
            }
            if (!fenced && Heading().Match(line) is { Success: true } found)
            {
                Flush();
                heading = Plain(found.Groups["words"].Value);
                continue;
            }
            text.Append(fenced ? line : Plain(line)).Append('\n');
        }
        Flush();
        return sections;

        void Flush()
        {
            var name = heading.Length == 0 || heading.Equals(title, StringComparison.OrdinalIgnoreCase) ? title : $"{title} — {heading}";
            foreach (var piece in Pieces(BlankLines().Replace(text.ToString(), "\n\n").Trim()))
                sections.Add((name.Length > Passage.LongestTitle ? name[..Passage.LongestTitle] : name, piece));
            text.Clear();
        }
    }

    /// <summary>A long section is parted between paragraphs, else between words.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        while (text.Length > Passage.LongestText)
        {
            var window = text[..Passage.LongestText];
            var at = window.LastIndexOf("\n\n", StringComparison.Ordinal) is > 0 and var paragraph ? paragraph : window.LastIndexOfAny(['\n', ' ']) is > 0 and var word ? word : WholeRune(window);
            yield return text[..at].TrimEnd();
            text = text[at..].TrimStart();
        }
        if (text.Length > 0)
            yield return text;
    }

    private static int WholeRune(string window) => char.IsHighSurrogate(window[^1]) ? window.Length - 1 : window.Length;

    private static string Plain(string line)
    {
        var text = Rule().IsMatch(line) ? "" : Quote().Replace(line, "");
        text = Image().Replace(text, "$1");
        text = Link().Replace(text, "$1 ($2)");
        text = Tag().Replace(text, "");
        return Emphasis().Replace(text, "").Replace("&nbsp;", " ", StringComparison.Ordinal).TrimEnd();
    }

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+(?<words>.+?)\s*#*\s*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}(?:[-*_]\s*){3,}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^\s{0,3}(?:>\s?)+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quote();

    [GeneratedRegex(@"!\[([^\]]{0,500})\]\([^)\s]{0,2000}[^)]{0,200}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Image();

    [GeneratedRegex(@"\[([^\]]{1,500})\]\(([^)\s]{1,2000})[^)]{0,200}\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Link();

    [GeneratedRegex(@"</?[a-zA-Z!][^>]{0,500}>", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\*\*|__|`|~~|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BlankLines();
}
