using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products.Admin;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Search;

/// <summary>The operator's words for the search. They hold from the next search on: nothing is kept in memory.</summary>
internal static class SynonymEndpoints
{
    private const int MostListed = 1000;
    private const int MostMeanings = 20;

    public static void MapSynonyms(this RouteGroupBuilder catalog)
    {
        catalog.MapGet("/synonyms", ListAsync).WithName("ListSynonyms").WithSummary("Synonyms in the order of their words; after is the last word of the page before.");
        catalog.MapPut("/synonyms/{word}", PutAsync).WithName("SaveSynonym").WithExample("""{"means":["sunglasses","goggles"]}""")
            .WithSummary("Says what a word or phrase of shoppers means in this catalog, or says it anew.");
        catalog.MapDelete("/synonyms/{word}", DeleteAsync).WithName("RemoveSynonym").WithSummary("Forgets a synonym.");
    }

    private static async Task<Ok<List<SynonymEntry>>> ListAsync(CatalogDbContext db, CancellationToken cancellationToken, string? after = null, int limit = 100)
    {
        var known = db.Synonyms.AsNoTracking();
        if (!string.IsNullOrEmpty(after))
            known = known.Where(x => x.Word.CompareTo(after) > 0);
        var page = await known.OrderBy(x => x.Word).Take(Math.Clamp(limit, 1, MostListed)).ToListAsync(cancellationToken);
        return TypedResults.Ok(page.Select(Entry).ToList());
    }

    private static async Task<Results<Ok<SynonymEntry>, ValidationProblem>> PutAsync(string word, SynonymBody body, CatalogDbContext db, CancellationToken cancellationToken)
    {
        var (key, means) = (Key(word), Means(body));
        if (Faults(key, body, means) is { Count: > 0 } faults)
            return TypedResults.ValidationProblem(faults);
        var synonym = await db.Synonyms.SingleOrDefaultAsync(x => x.Word == key, cancellationToken);
        if (synonym is null)
            db.Add(synonym = new Synonym { Word = key, Means = means });
        synonym.Means = means;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(Entry(synonym));
    }

    private static async Task<Results<NoContent, NotFound>> DeleteAsync(string word, CatalogDbContext db, CancellationToken cancellationToken)
    {
        var key = Key(word);
        return await db.Synonyms.Where(x => x.Word == key).ExecuteDeleteAsync(cancellationToken) > 0 ? TypedResults.NoContent() : TypedResults.NotFound();
    }

    /// <summary>As the search will look it up: "gafas de sol" is asked for as "gafas sol".</summary>
    private static string Key(string word) => string.Join(' ', QueryParser.Telling(word));

    private static string Means(SynonymBody body) =>
        string.Join(", ", (body.Means ?? []).Select(way => string.Join(' ', SearchText.Words(way ?? ""))).Where(way => way.Length > 0).Distinct());

    private static Dictionary<string, string[]> Faults(string key, SynonymBody body, string means)
    {
        var faults = new Dictionary<string, string[]>();
        if (key.Length is 0 or > Synonym.LongestWord || key.Count(letter => letter == ' ') >= Synonym.MostWords)
            faults["word"] = [$"Give one to {Synonym.MostWords} words that tell something, {Synonym.LongestWord} characters at most."];
        if (means.Length is 0 or > Synonym.LongestMeans || body.Means is { Count: > MostMeanings })
            faults["means"] = [$"Give 1 to {MostMeanings} ways the catalog calls it, {Synonym.LongestMeans} characters in all."];
        return faults;
    }

    private static SynonymEntry Entry(Synonym synonym) => new(synonym.Word, [.. Synonym.Meanings(synonym.Means).Select(words => string.Join(' ', words))]);
}

/// <param name="Means">Ways the catalog calls it; all words of one way are looked for.</param>
internal sealed record SynonymBody(IReadOnlyList<string>? Means);

/// <param name="Word">One to three plain words.</param>
/// <param name="Means">Ways the catalog calls it.</param>
internal sealed record SynonymEntry(string Word, IReadOnlyList<string> Means);
