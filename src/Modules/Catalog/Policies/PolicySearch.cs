using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Policies;

/// <summary>Finds passages of the shop's documents: each document in the language that is asked for, else in the shop's default one.</summary>
internal sealed class PolicySearch(CatalogDbContext db, IPolicySql sql, IOptions<ShopOptions> shop)
{
    private const int LongestQuery = 500;
    private const int MostWords = 16;
    private const int MostPassages = 20;

    public async Task<PoliciesFound> FindAsync(SearchPolicies request, CancellationToken cancellationToken)
    {
        var limit = Math.Clamp(request.Limit, 1, MostPassages);
        var languages = Languages(request.Language);
        var words = WordsOf(request.Query);
        var ids = words.Count == 0 && string.IsNullOrWhiteSpace(request.Query) ? await OpeningsAsync(languages, cancellationToken)
            : words.Count == 0 ? []
            // More than is answered: what exists in the better language hides its twin.
            : await db.Database.SqlQueryRaw<long>(sql.Search, sql.Any(words), JsonSerializer.Serialize(languages), limit * (languages.Count + 1), sql.Beginnings(words)).ToListAsync(cancellationToken);
        var found = await db.Passages.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Join(db.Policies, passage => passage.PolicyId, policy => policy.Id, (passage, policy) => new { passage, policy.Slug, policy.Language, policy.Url, policy.Kind })
            .ToDictionaryAsync(x => x.passage.Id, cancellationToken);
        var slugs = found.Values.Select(x => x.Slug).ToHashSet(StringComparer.Ordinal);
        var best = (await db.Policies.Where(x => slugs.Contains(x.Slug) && languages.Contains(x.Language)).Select(x => new { x.Slug, x.Language }).ToListAsync(cancellationToken))
            .GroupBy(x => x.Slug, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.MinBy(x => languages.IndexOf(x.Language))!.Language, StringComparer.Ordinal);
        return new PoliciesFound
        {
            Passages =
            [
                .. ids.Where(found.ContainsKey).Select(id => found[id]).Where(x => best[x.Slug] == x.Language).Take(limit).Select(x => new PolicyPassage
                {
                    Title = x.passage.Title, Slug = x.Slug, Text = x.passage.Text, Url = x.Url, Kind = x.Kind, Language = x.Language,
                }),
            ],
        };
    }

    /// <summary>From the one that is asked for, by its wider form, to the default one.</summary>
    private List<string> Languages(string? asked)
    {
        var tag = PolicyFaults.Normalize(asked);
        return [.. new[] { tag, tag.Split('-')[0], shop.Value.DefaultLanguage }.Where(language => language.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private static List<string> WordsOf(string query)
    {
        var all = SearchText.Words(query.Length > LongestQuery ? query[..LongestQuery] : query).Distinct().ToList();
        var telling = all.Where(word => !StopWords.Contains(word)).ToList();
        return [.. (telling.Count > 0 ? telling : all).Take(MostWords)];
    }

    private Task<List<long>> OpeningsAsync(List<string> languages, CancellationToken cancellationToken) =>
        db.Passages.Where(x => x.Position == 0).Join(db.Policies.Where(x => languages.Contains(x.Language)), passage => passage.PolicyId, policy => policy.Id, (passage, policy) => new { passage.Id, policy.Slug })
            .OrderBy(x => x.Slug).ThenBy(x => x.Id).Take(MostPassages * languages.Count).Select(x => x.Id).ToListAsync(cancellationToken);
}
