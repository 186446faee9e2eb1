namespace EcommerceBot.Catalog.Search;

/// <summary>Looks step by step until something is found, and lets what comes close follow where little was.</summary>
internal sealed class Candidates(SearchPage page, ISearchSql sql)
{
    /// <summary>With so many, nobody needs those that only come close.</summary>
    private const int Enough = 10;

    /// <param name="terms">What was asked for; at least one.</param>
    /// <param name="asked">Bounds that hold whatever is given up.</param>
    /// <param name="named">Bounds of the text, which can be given up.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Found> FindAsync(IReadOnlyList<Term> terms, PriceFilter asked, PriceFilter named, CancellationToken cancellationToken)
    {
        var telling = terms.Where(term => !StopWords.IsWeak(term.Shown)).ToList();
        var preferred = sql.All(terms.Select(term => term.Own ?? term.Expression));
        Found? found = null;
        foreach (var step in Relaxation.Steps(telling.Count > 0 ? telling : terms, asked.And(named), asked, sql))
        {
            if (found is not null && step.Price != found.Price)
                break;
            var matches = await page.MatchingAsync(step.Match!, preferred, step.Price, cancellationToken);
            if (step.Relaxed.Contains(GivenUp.Words))
                matches = [.. matches.Where(match => match.Score >= sql.Close * matches[0].Score)];
            if (matches.Count > 0)
                found = found is null ? Found.First(matches, step) : found.FollowedBy(matches);
            if (found is { Matches.Count: >= Enough })
                break;
        }
        return found ?? new Found([], 0, asked.And(named), []);
    }
}

/// <summary>Matches in their order.</summary>
/// <param name="Matches">Best first.</param>
/// <param name="Exact">The first so many have everything that was asked for.</param>
/// <param name="Price">Bounds they keep to.</param>
/// <param name="Relaxed">What was given up to find the first of them.</param>
internal sealed record Found(IReadOnlyList<ScoredProduct> Matches, int Exact, PriceFilter Price, IReadOnlyList<string> Relaxed)
{
    public static Found First(IReadOnlyList<ScoredProduct> matches, Step step) => new(matches, step.Relaxed.Count == 0 ? matches.Count : 0, step.Price, step.Relaxed);

    public Found FollowedBy(IReadOnlyList<ScoredProduct> closer)
    {
        var known = Matches.Select(match => match.Position).ToHashSet();
        return this with { Matches = [.. Matches, .. closer.Where(match => !known.Contains(match.Position))] };
    }
}
