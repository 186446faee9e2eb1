using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Media;
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
    CatalogDbContext db, QueryReader reader, Candidates candidates, CandidateFacts facts, SearchPage pages, OneVariant variants, OtherSpelling spelling, MediaLinks links, IOptions<ShopOptions> shop)
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
        var exact = unread ? 0 : found.Matches.Take(found.Exact).Select(match => match.Position).Intersect(listed.Positions).Count();
        var page = await LoadAsync(request, listed, cancellationToken);
        List<string> words = [.. terms.SelectMany(term => term.Shown.Split(' '))];
        // A page behind the first must know what the first one did.
        if (words.Count > 1 && IsByMatch(request, query) && (page.Begins > 0 || page.Products.Values.Any(product => Misses(product, words))))
        {
            (var positions, exact) = await variants.SortAsync(words, listed.Positions, exact, cancellationToken);
            page = await LoadAsync(request, listed = listed with { Positions = positions }, cancellationToken);
        }
        return Answer(page, listed) with
        {
            SearchedFor = terms.Any(term => term.Corrected) ? string.Join(' ', terms.Select(term => term.Shown)) : null,
            MinPrice = found.Price.Min,
            MaxPrice = found.Price.Max,
            Relaxed = unread ? [GivenUp.Words, .. found.Relaxed] : found.Relaxed,
            Exact = exact,
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
            var (positions, total) = await pages.PopularAsync(price, Limit(request), offset, cancellationToken);
            var popular = new Listed(positions, null, (offset, total));
            return Answer(await LoadAsync(request, popular, cancellationToken), popular) with { MinPrice = price.Min, MaxPrice = price.Max };
        }
        var (first, _) = await pages.PopularAsync(price, SearchStatement.Window, 0, cancellationToken);
        var listed = await NarrowAsync(request, query.Sort, first, exponent, cancellationToken);
        return Answer(await LoadAsync(request, listed, cancellationToken), listed) with { MinPrice = price.Min, MaxPrice = price.Max };
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
    /// <param name="listed">All positions, or those of the page where the store cut it out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    private async Task<Shown> LoadAsync(SearchProducts request, Listed listed, CancellationToken cancellationToken)
    {
        var begins = listed.Cut?.Offset ?? (PageCursor.Read(request.After) is { } cursor ? cursor.BeginsIn(listed.Positions) : Math.Max(request.Offset, 0));
        List<long> shown = listed.Cut is null ? [.. listed.Positions.Skip(begins).Take(Limit(request))] : [.. listed.Positions];
        return new Shown(begins, shown, shown.Count == 0 ? [] : await db.Offered().Where(x => shown.Contains(x.Position)).ToDictionaryAsync(x => x.Position, cancellationToken));
    }

    private ProductsFound Answer(Shown page, Listed listed)
    {
        var (total, end) = (listed.Cut?.Total ?? listed.Positions.Count, page.Begins + page.Positions.Count);
        return new ProductsFound
        {
            Products = [.. page.Positions.Where(page.Products.ContainsKey).Select(position => page.Products[position].Summary(links))],
            Total = total,
            Facets = listed.Facets,
            Next = page.Positions.Count > 0 && end < total ? new PageCursor(page.Positions[^1], end - 1).ToString() : null,
        };
    }

    private static bool Misses(Product product, List<string> words) =>
        OneVariant.IsMissed(words, $"{product.Title} {product.Brand} {product.Category}", product.Variants.Select(variant => variant.Options));

    private static bool IsByMatch(SearchProducts request, SearchQuery query) => (SortOrder.Of(request.Sort) ?? query.Sort) is null;

    private static int Limit(SearchProducts request) => Math.Clamp(request.Limit, 1, MostProducts);

    private static bool IsPlain(SearchProducts request) =>
        request is { Facets: false, InStock: false } && string.IsNullOrEmpty(request.Category) && string.IsNullOrEmpty(request.Brand) && request.Options is not { Count: > 0 };

    /// <summary>Matches in their order.</summary>
    /// <param name="Positions">All of them, or those of a page that the store cut out.</param>
    /// <param name="Facets">Where they were asked for.</param>
    /// <param name="Cut">Where the page was cut out, and of how many.</param>
    private sealed record Listed(IReadOnlyList<long> Positions, ProductFacets? Facets, (int Offset, int Total)? Cut = null);

    private sealed record Shown(int Begins, IReadOnlyList<long> Positions, Dictionary<long, Product> Products);
}
