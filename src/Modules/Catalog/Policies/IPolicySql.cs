namespace EcommerceBot.Catalog.Policies;

/// <summary>The seam between the two stores' full-text search of passages.</summary>
internal interface IPolicySql
{
    /// <summary>Puts a passage into the index: {0} its id, {1} the language, {2} title, {3} text, both as plain words.</summary>
    string Insert { get; }

    /// <summary>Takes the passages of a document out of the index: {0} the document's id.</summary>
    string DeleteOf { get; }

    /// <summary>Ids of passages as <c>"Value"</c>, best first: {0} the words, {1} languages as a JSON array, {2} how many, {3} beginnings.</summary>
    string Search { get; }

    /// <summary>Any of the words.</summary>
    string Any(IReadOnlyList<string> words);

    /// <summary>Anything that begins as one of the longer words; empty where <see cref="Any"/> says it all.</summary>
    string Beginnings(IReadOnlyList<string> words);
}

/// <summary>What of a word its endings leave alone.</summary>
internal static class WordBeginning
{
    private const int Shortest = 5;
    private const int LongestEnding = 3;

    /// <summary>Null for a word too short to lose anything.</summary>
    public static string? Of(string word) => word.Length > Shortest ? word[..Math.Max(Shortest, word.Length - LongestEnding)] : null;
}

/// <summary>
/// One tsvector a passage, stemmed for its own language and as it stands: the stemmers know endings by accents that people leave out. The question is
/// stemmed for each language it is asked of, and longer words also match by their beginning.
/// </summary>
internal sealed class PostgresPolicySql : IPolicySql
{
    public string Insert =>
        "INSERT INTO catalog.passage_words (passage_id, language, words) VALUES ({0}, {1}, "
        + "setweight(to_tsvector(catalog.language_of({1}), {2}) || to_tsvector('simple', {2}), 'A') || "
        + "setweight(to_tsvector(catalog.language_of({1}), {3}) || to_tsvector('simple', {3}), 'B'))";

    public string DeleteOf => "DELETE FROM catalog.passage_words WHERE passage_id IN (SELECT id FROM catalog.passages WHERE policy_id = {0})";

    public string Search =>
        """
        SELECT w.passage_id AS "Value"
        FROM catalog.passage_words w JOIN jsonb_array_elements_text({1}::jsonb) l(tag) ON l.tag = w.language
        CROSS JOIN LATERAL (SELECT to_tsquery(catalog.language_of(l.tag), {0}) || to_tsquery('simple', {3}) AS asked) q
        WHERE w.words @@ q.asked ORDER BY ts_rank(w.words, q.asked, 1) DESC, w.passage_id LIMIT {2}
        """;

    public string Any(IReadOnlyList<string> words) => string.Join(" | ", words.Select(word => $"'{word}'"));

    public string Beginnings(IReadOnlyList<string> words) => string.Join(" | ", words.Select(WordBeginning.Of).OfType<string>().Select(beginning => $"'{beginning}':*"));
}

/// <summary>FTS5. It stems English only, so a longer word also matches by its beginning: "devoluciones" finds "devolución".</summary>
internal sealed class SqlitePolicySql : IPolicySql
{
    public string Insert => "INSERT INTO catalog_passage_words (rowid, language, title, text) VALUES ({0}, {1}, {2}, {3})";

    public string DeleteOf => "DELETE FROM catalog_passage_words WHERE rowid IN (SELECT id FROM catalog_passages WHERE policy_id = {0})";

    public string Search =>
        """
        SELECT rowid AS "Value" FROM catalog_passage_words
        WHERE catalog_passage_words MATCH {0} AND language IN (SELECT value FROM json_each({1}))
        ORDER BY bm25(catalog_passage_words, 0.0, 4.0, 1.0), rowid LIMIT {2}
        """;

    public string Any(IReadOnlyList<string> words) => string.Join(" OR ", words.Select(Forms));

    public string Beginnings(IReadOnlyList<string> words) => "";

    private static string Forms(string word) => WordBeginning.Of(word) is { } beginning ? $"\"{word}\" OR \"{beginning}\"*" : $"\"{word}\"";
}
