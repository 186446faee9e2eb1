namespace EcommerceBot.Catalog.Search;

/// <summary>A word or phrase that shoppers use and what the catalog calls it; rows that operators add to and change.</summary>
internal sealed class Synonym
{
    public const int LongestWord = 100;
    public const int LongestMeans = 200;

    /// <summary>Words of the longest phrase that is looked up.</summary>
    public const int MostWords = 3;

    /// <summary>One to three plain words with blanks between, as <see cref="QueryParser"/> leaves them.</summary>
    public required string Word { get; init; }

    /// <summary>Ways the catalog may call it, with commas between; all words of one of them are looked for, beside the word itself.</summary>
    public required string Means { get; set; }

    /// <summary>The ways, each as its plain words.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Meanings(string means) =>
        [.. means.Split(',').Select(SearchText.Words).Where(words => words.Count > 0)];
}
