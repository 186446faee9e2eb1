namespace EcommerceBot.Catalog.Search;

/// <summary>A word that shoppers use and what the catalog calls it; rows that operators add to and change.</summary>
internal sealed class Synonym
{
    /// <summary>One plain word, as <see cref="SearchText"/> writes it.</summary>
    public required string Word { get; init; }

    /// <summary>One or more plain words with blanks between; all of them are looked for, beside the word itself.</summary>
    public required string Means { get; set; }
}
