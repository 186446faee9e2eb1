namespace EcommerceBot.Catalog.Search;

/// <summary>A listing as SQL: one statement for a page of it, one for its length.</summary>
/// <remarks>Parameters: {0} unused, {1} lowest price, {2} highest price, {3} currency, {4} limit, {5} offset.</remarks>
internal sealed record SearchStatement(string Page, string Count)
{
    /// <summary>Matches that are sorted, counted and paged; nobody turns to page one hundred.</summary>
    public const int Window = 1000;

    /// <summary>Matches that are ranked at all. In a catalog of a million a common word has a hundred thousand, and ranking them all would take a second.</summary>
    public const int Ranked = 3000;

    /// <summary>The best of them, whose stock and sales are looked at.</summary>
    public const int Weighed = 100;
}
