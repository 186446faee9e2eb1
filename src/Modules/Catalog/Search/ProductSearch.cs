using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Finds products by words. All of them should match; where few products have them all, those that come close follow, and where none has the price
/// that was named, those of other prices are shown.
/// </summary>
internal sealed class ProductSearch(
    CatalogDbContext db, QueryReader reader, Candidates candidates, CandidateFacts facts, SearchPage page, OtherSpelling spelling, IOptions<ShopOptions> shop)
{
    private const int MostProducts = 50;

    /// <summary>Share of the best score that a match needs to be among "the cheapest": the cheapest laptop is no laptop sleeve.</summary>
    private const double Meant = 0.5;

    public async Task<ProductsFound> FindAsync(SearchProducts request, CancellationToken cancellationToken)
    {
        // One connection for the handful of short questions that follow.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var exponent = Currencies.Exponent(shop.Value.Currency) ?? 2;
        var query = QueryParser.Parse(request.Text, exponent);
        var asked = new PriceFilter(request.MinPrice, request.MaxPrice);
        var terms = await reader.ReadAsync(query.Words, cancellationToken);
        if (query.Words.Count == 0)
            return await ListAsync(request, query, asked, exponent, cancellationToken);
        if (terms.Count == 0)
            return new ProductsFound { Products = [], Total = 0, Exact = 0, MinPrice = asked.Min, MaxPrice = asked.Max };

        var found = await candidates.FindAsync(terms, asked, query.Price, cancellationToken);
        var matches = SortOrder.Of(request.Sort) is null && query.Sort is not null
            ? found.Matches.Where(match => match.Score >= Meant * found.Matches[0].Score) : found.Matches;
        var listed = await NarrowAsync(request, query.Sort, [.. matches.Select(match => match.Position)], exponent, cancellationToken);
        var unread = terms.Sum(term => term.Words) < query.Words.Count && !found.Relaxed.Contains(GivenUp.Words);
        var answer = await ShowAsync(request, listed, null, cancellationToken);
        return answer with
        {
            SearchedFor = terms.Any(term => term.Corrected) ? string.Join(' ', terms.Select(term => term.Shown)) : null,
            MinPrice = found.Price.Min,
            MaxPrice = found.Price.Max,
            Relaxed = unread ? [GivenUp.Words, .. found.Relaxed] : found.Relaxed,
            Exact = unread ? 0 : found.Matches.Take(found.Exact).Select(match => match.Position).Intersect(listed.Positions).Count(),
            DidYouMean = await spelling.OfAsync(query.Words, terms, found.Exact, cancellationToken),
        };
    }

    /// <summary>Nothing was asked for: the whole shop, the most popular first.</summary>
    private async Task<ProductsFound> ListAsync(SearchProducts request, SearchQuery query, PriceFilter asked, int exponent, CancellationToken cancellationToken)
    {
        var price = asked.And(query.Price);
        if (IsPlain(request) && (SortOrder.Of(request.Sort) ?? query.Sort) is null or SortOrder.Popular)
        {
            var offset = PageCursor.Read(request.After) is { } cursor ? cursor.Place + 1 : Math.Max(request.Offset, 0);
            var (positions, total) = await page.PopularAsync(price, Limit(request), offset, cancellationToken);
            return await ShowAsync(request, new Listed(positions, null), (offset, total), cancellationToken) with { MinPrice = price.Min, MaxPrice = price.Max };
        }
        var (first, _) = await page.PopularAsync(price, SearchStatement.Window, 0, cancellationToken);
        var listed = await NarrowAsync(request, query.Sort, first, exponent, cancellationToken);
        return await ShowAsync(request, listed, null, cancellationToken) with { MinPrice = price.Min, MaxPrice = price.Max };
    }

    private async Task<Listed> NarrowAsync(SearchProducts request, string? named, IReadOnlyList<long> positions, int exponent, CancellationToken cancellationToken)
    {
        var sort = SortOrder.Of(request.Sort) ?? named;
        if (IsPlain(request) && sort is null)
            return new Listed(positions, null);
        var fitting = (await facts.ReadAsync(positions, cancellationToken)).Where(candidate => candidate.Fits(request)).ToList();
        var sorted = sort switch
        {
            SortOrder.Price => fitting.OrderBy(candidate => candidate.Price),
            SortOrder.Dearest => fitting.OrderByDescending(candidate => candidate.Price),
            SortOrder.Newest => fitting.OrderByDescending(candidate => candidate.Position),
            SortOrder.Popular => fitting.OrderByDescending(candidate => candidate.Sold),
            _ => fitting.AsEnumerable(),
        };
        return new Listed([.. sorted.Select(candidate => candidate.Position)], request.Facets ? Facets.Of(fitting, exponent) : null);
    }

    /// <param name="request">Says which page.</param>
    /// <param name="listed">All positions, or those of the page.</param>
    /// <param name="cut">Where the page was cut out by the store: its offset and the total.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<ProductsFound> ShowAsync(SearchProducts request, Listed listed, (int Offset, int Total)? cut, CancellationToken cancellationToken)
    {
        var begins = cut?.Offset ?? (PageCursor.Read(request.After) is { } cursor ? cursor.BeginsIn(listed.Positions) : Math.Max(request.Offset, 0));
        List<long> shown = cut is null ? [.. listed.Positions.Skip(begins).Take(Limit(request))] : [.. listed.Positions];
        var total = cut?.Total ?? listed.Positions.Count;
        var products = shown.Count == 0 ? [] : await db.Offered().Where(x => shown.Contains(x.Position)).ToDictionaryAsync(x => x.Position, cancellationToken);
        return new ProductsFound
        {
            Products = [.. shown.Where(products.ContainsKey).Select(position => products[position].Summary())],
            Total = total,
            Facets = listed.Facets,
            Next = shown.Count > 0 && begins + shown.Count < total ? new PageCursor(shown[^1], begins + shown.Count - 1).ToString() : null,
        };
    }

    private static int Limit(SearchProducts request) => Math.Clamp(request.Limit, 1, MostProducts);

    private static bool IsPlain(SearchProducts request) =>
        request is { Facets: false, InStock: false } && string.IsNullOrEmpty(request.Category) && string.IsNullOrEmpty(request.Brand) && request.Options is not { Count: > 0 };

    private sealed record Listed(IReadOnlyList<long> Positions, ProductFacets? Facets);
}
