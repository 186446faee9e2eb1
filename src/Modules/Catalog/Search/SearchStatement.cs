namespace EcommerceBot.Catalog.Search;

/// <summary>A search as SQL: one statement for a page of it, one for the number of matches.</summary>
/// <remarks>Parameters: {0} match, {1} lowest price, {2} highest price, {3} currency, {4} limit, {5} offset.</remarks>
internal sealed record SearchStatement(string Page, string Count)
{
    /// <summary>Matches that are ranked and counted; nobody turns to page one hundred.</summary>
    public const int Window = 1000;
}
