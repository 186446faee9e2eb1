using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Import;

namespace EcommerceBot.Catalog.Policies;

/// <summary>
/// Reads one Markdown file as a document. <c>returns.es.md</c> is the document "returns" in Spanish; lines between two <c>---</c> at its top may say
/// title, kind, url, slug and language. Without a title there, the first heading is it.
/// </summary>
internal static class PolicyFile
{
    private const string Fence = "---";

    /// <exception cref="UnreadableFileException">The top is never closed, or says what is not known.</exception>
    public static SavePolicy Read(string name, string content)
    {
        var lines = content.ReplaceLineEndings("\n").TrimStart('\uFEFF').Split('\n');
        var facts = Facts(lines, out var bodyAt);
        var body = string.Join('\n', lines[bodyAt..]).Trim();
        var parts = Path.GetFileNameWithoutExtension(name).Split('.');
        var slug = facts.GetValueOrDefault("slug") ?? Slugged(parts[0]);
        return new SavePolicy
        {
            Slug = slug,
            Language = facts.GetValueOrDefault("language") ?? (parts.Length > 1 ? parts[^1] : null),
            Title = facts.GetValueOrDefault("title") ?? FirstHeading(lines[bodyAt..]) ?? parts[0],
            Kind = facts.GetValueOrDefault("kind") ?? (Policy.Kinds.Contains(slug) ? slug : "faq"),
            Url = facts.GetValueOrDefault("url"),
            Body = body,
        };
    }

    private static Dictionary<string, string> Facts(string[] lines, out int bodyAt)
    {
        var facts = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        bodyAt = 0;
        if (lines[0].Trim() != Fence)
            return facts;
        var end = Array.FindIndex(lines, 1, line => line.Trim() == Fence);
        if (end < 0)
            throw new UnreadableFileException(1, "the facts at the top begin with --- and never end. Close them with another --- line.");
        foreach (var (line, number) in lines[1..end].Select((line, index) => (line, index + 2)).Where(x => !string.IsNullOrWhiteSpace(x.line)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var fact = colon < 0 ? "" : line[..colon].Trim();
            if (fact is not ("title" or "kind" or "url" or "slug" or "language"))
                throw new UnreadableFileException(number, $"{Quote.Short(line)} is none of title, kind, url, slug and language.");
            facts[fact] = line[(colon + 1)..].Trim().Trim('"');
        }
        bodyAt = end + 1;
        return facts;
    }

    private static string? FirstHeading(string[] lines) =>
        Array.Find(lines, line => line.StartsWith("# ", StringComparison.Ordinal)) is { } heading ? heading[2..].Trim() : null;

    private static string Slugged(string name) => string.Join('-', Search.SearchText.Words(name));
}
