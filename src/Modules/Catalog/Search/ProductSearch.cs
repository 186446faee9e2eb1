using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Finds products by words. All of them should match; where no product has them all, the ones with most and rarest of them come first, and where
/// none has the price that was named, those of other prices. An unknown word is taken for the beginning of a known one, else for a typing error.
/// </summary>
internal sealed class ProductSearch(CatalogDbContext db, ISearchSql sql, Vocabulary vocabulary, SearchPage page, IOptions<ShopOptions> shop)
{
    private const int MostProducts = 50;

    public async Task<ProductsFound> FindAsync(SearchProducts request, CancellationToken cancellationToken)
    {
        // One connection for the handful of short questions that follow.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var query = QueryParser.Parse(request.Text, Currencies.Exponent(shop.Value.Currency) ?? 2);
        var asked = new PriceFilter(request.MinPrice, request.MaxPrice);
        var terms = await ResolveAsync(query.Words, cancellationToken);
        if (query.Words.Count > 0 && terms.Count == 0)
            return await AnswerAsync(MatchedPage.Empty, [], asked, null, cancellationToken);

        var searchedFor = terms.Exists(term => term.Corrected) ? string.Join(' ', terms.Select(term => term.Word)) : null;
        var (limit, offset) = (Math.Clamp(request.Limit, 1, MostProducts), Math.Max(request.Offset, 0));
        List<Attempt> attempts = [.. Attempts(terms, asked.And(query.Price), []), .. query.Price.IsOpen ? [] : Attempts(terms, asked, [GivenUp.Price])];
        var matched = MatchedPage.Empty;
        foreach (var attempt in attempts)
        {
            matched = attempt.Match is { } match
                ? await page.MatchingAsync(match, attempt.Price, limit, offset, cancellationToken)
                : await page.PopularAsync(attempt.Price, limit, offset, cancellationToken);
            if (matched.Total > 0)
                return await AnswerAsync(matched, attempt.Relaxed, attempt.Price, searchedFor, cancellationToken);
        }
        return await AnswerAsync(matched, [], asked.And(query.Price), searchedFor, cancellationToken);
    }

    private IEnumerable<Attempt> Attempts(List<Term> terms, PriceFilter price, string[] relaxed)
    {
        var expressions = terms.Select(term => term.Expression).ToList();
        yield return new Attempt(terms.Count == 0 ? null : sql.All(expressions), price, relaxed);
        if (terms.Count > 1)
            yield return new Attempt(sql.Any(expressions), price, [GivenUp.Words, .. relaxed]);
    }

    /// <summary>
    /// Each word as the catalog knows it, or as one of its synonyms; one that is neither and resembles nothing is left out, or it would hide what the others find.
    /// </summary>
    private async Task<List<Term>> ResolveAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var synonyms = await db.Synonyms.AsNoTracking().Where(x => words.Contains(x.Word)).ToDictionaryAsync(x => x.Word, x => x.Means, StringComparer.Ordinal, cancellationToken);
        var terms = new List<Term>();
        foreach (var word in words)
        {
            var known = await vocabulary.MatchAsync(word, cancellationToken);
            var own = known == WordMatch.Whole ? sql.Word(word) : known == WordMatch.Prefix ? sql.Prefix(word) : null;
            if (synonyms.TryGetValue(word, out var means) && SearchText.Words(means) is { Count: > 0 } meant)
                terms.Add(new Term(word, Either(own, sql.All(meant.Select(sql.Word))), false));
            else if (own is not null)
                terms.Add(new Term(word, own, false));
            else if (await vocabulary.CorrectAsync(word, cancellationToken) is { } corrected)
                terms.Add(new Term(corrected, sql.Word(corrected), true));
        }
        return terms;
    }

    private string Either(string? own, string meant) => own is null ? $"({meant})" : $"({sql.Any([own, $"({meant})"])})";

    private async Task<ProductsFound> AnswerAsync(
        MatchedPage matched, IReadOnlyList<string> relaxed, PriceFilter price, string? searchedFor, CancellationToken cancellationToken)
    {
        var products = await db.Offered().Where(x => matched.Positions.Contains(x.Position)).ToDictionaryAsync(x => x.Position, cancellationToken);
        return new ProductsFound
        {
            Products = [.. matched.Positions.Where(products.ContainsKey).Select(position => products[position].Summary())],
            Total = matched.Total,
            SearchedFor = searchedFor,
            MinPrice = price.Min,
            MaxPrice = price.Max,
            Relaxed = relaxed,
        };
    }

    private sealed record Attempt(string? Match, PriceFilter Price, IReadOnlyList<string> Relaxed);

    private sealed record Term(string Word, string Expression, bool Corrected);
}

/// <summary>What a search may give up, as its contract lists it.</summary>
internal static class GivenUp
{
    public const string Words = "words";
    public const string Price = "price";
}
