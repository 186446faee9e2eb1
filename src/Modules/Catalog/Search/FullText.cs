namespace EcommerceBot.Catalog.Search;

/// <summary>Expressions of SQLite's FTS5. Words come from <see cref="SearchText"/>, so they hold no quote and cannot leave theirs.</summary>
internal static class FullText
{
    public static string Word(string word) => $"\"{word}\"";

    public static string Prefix(string word) => $"\"{word}\" *";

    public static string All(IEnumerable<string> terms) => string.Join(" AND ", terms);

    public static string Any(IEnumerable<string> terms) => string.Join(" OR ", terms);
}
