using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>
/// Finds products by words. All of them should match; where no product has them all, the ones with most and rarest of them come first.
/// An unknown word is taken for the beginning of a known one, else for a typing error.
/// </summary>
internal sealed class ProductSearch(CatalogDbContext db, ISearchSql sql, Vocabulary vocabulary, SearchPage page)
{
    private const int MostProducts = 50;

    public async Task<ProductsFound> FindAsync(SearchProducts request, CancellationToken cancellationToken)
    {
        // One connection for the handful of short questions that follow.
        await db.Database.OpenConnectionAsync(cancellationToken);
        var query = QueryParser.Parse(request.Text);
        var limit = Math.Clamp(request.Limit, 1, MostProducts);
        var offset = Math.Max(request.Offset, 0);
        var filter = new PriceFilter(request.MinPrice, request.MaxPrice);
        if (query.Words.Count == 0)
            return await AnswerAsync(await page.PopularAsync(filter, limit, offset, cancellationToken), null, cancellationToken);

        var terms = await ResolveAsync(query.Words, cancellationToken);
        if (terms.Count == 0)
            return await AnswerAsync(MatchedPage.Empty, null, cancellationToken);

        var expressions = terms.Select(term => term.Expression).ToList();
        var matched = await page.MatchingAsync(sql.All(expressions), filter, limit, offset, cancellationToken);
        if (matched.Total == 0 && expressions.Count > 1)
            matched = await page.MatchingAsync(sql.Any(expressions), filter, limit, offset, cancellationToken);
        var searchedFor = terms.Exists(term => term.Corrected) ? string.Join(' ', terms.Select(term => term.Word)) : null;
        return await AnswerAsync(matched, searchedFor, cancellationToken);
    }

    /// <summary>Each word as the catalog knows it; one that resembles nothing is left out, or it would hide what the others find.</summary>
    private async Task<List<Term>> ResolveAsync(IEnumerable<string> words, CancellationToken cancellationToken)
    {
        var terms = new List<Term>();
        foreach (var word in words)
        {
            var known = await vocabulary.MatchAsync(word, cancellationToken);
            if (known == WordMatch.Whole)
                terms.Add(new Term(word, sql.Word(word), false));
            else if (known == WordMatch.Prefix)
                terms.Add(new Term(word, sql.Prefix(word), false));
            else if (await vocabulary.CorrectAsync(word, cancellationToken) is { } corrected)
                terms.Add(new Term(corrected, sql.Word(corrected), true));
        }
        return terms;
    }

    private async Task<ProductsFound> AnswerAsync(MatchedPage matched, string? searchedFor, CancellationToken cancellationToken)
    {
        var products = await db.Offered().Where(x => matched.Positions.Contains(x.Position)).ToDictionaryAsync(x => x.Position, cancellationToken);
        return new ProductsFound
        {
            Products = [.. matched.Positions.Where(products.ContainsKey).Select(position => products[position].Summary())],
            Total = matched.Total,
            SearchedFor = searchedFor,
        };
    }

    private sealed record Term(string Word, string Expression, bool Corrected);
}
