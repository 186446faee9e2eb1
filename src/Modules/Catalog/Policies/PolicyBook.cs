using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Policies;

/// <summary>Writes checked documents with their passages and index, in the caller's transaction.</summary>
internal sealed class PolicyBook(CatalogDbContext db, IPolicySql sql, IOptions<ShopOptions> shop, TimeProvider time)
{
    /// <summary>Null when the document has another version by now than the one that was looked at.</summary>
    public async Task<PolicySaved?> WriteAsync(SavePolicy request, CancellationToken cancellationToken)
    {
        var language = request.Language is null ? shop.Value.DefaultLanguage : PolicyFaults.Normalize(request.Language);
        var policy = await db.Policies.SingleOrDefaultAsync(x => x.Slug == request.Slug && x.Language == language, cancellationToken);
        if (request.Version is { } seen && seen != (policy?.Version ?? 0))
            return null;
        var sections = MarkdownSections.Of(request.Title.Trim(), request.Body);
        var saved = new PolicySaved { Slug = request.Slug, Language = language, Version = policy?.Version ?? 1, Passages = sections.Count };
        if (policy is not null && (policy.Title, policy.Kind, policy.Url, policy.Body) == (request.Title.Trim(), request.Kind, request.Url, request.Body))
            return saved;
        if (policy is null)
            db.Add(policy = new Policy { Id = Guid.CreateVersion7(), Slug = request.Slug, Language = language, Title = "", Kind = "", Body = "", UpdatedAt = default });
        else
            await ClearAsync(policy, cancellationToken);
        policy.Version = policy.Body.Length == 0 ? 1 : policy.Version + 1;
        (policy.Title, policy.Kind, policy.Url, policy.Body, policy.UpdatedAt) = (request.Title.Trim(), request.Kind, request.Url, request.Body, time.GetUtcNow());
        List<Passage> passages = [.. sections.Select((section, position) => new Passage { PolicyId = policy.Id, Position = position, Title = section.Title, Text = section.Text })];
        db.AddRange(passages);
        await db.SaveChangesAsync(cancellationToken);
        foreach (var passage in passages)
            await db.Database.ExecuteSqlRawAsync(sql.Insert, [passage.Id, language, Plain(passage.Title), Plain(passage.Text)], cancellationToken);
        return saved with { Version = policy.Version };
    }

    /// <summary>How many documents are gone; no language means all.</summary>
    public async Task<int> RemoveAsync(string slug, string? language, CancellationToken cancellationToken)
    {
        var tag = language is null ? null : PolicyFaults.Normalize(language);
        var gone = await db.Policies.Where(x => x.Slug == slug && (tag == null || x.Language == tag)).ToListAsync(cancellationToken);
        foreach (var policy in gone)
            await ClearAsync(policy, cancellationToken);
        db.RemoveRange(gone);
        await db.SaveChangesAsync(cancellationToken);
        return gone.Count;
    }

    private async Task ClearAsync(Policy policy, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(sql.DeleteOf, [policy.Id], cancellationToken);
        await db.Passages.Where(x => x.PolicyId == policy.Id).ExecuteDeleteAsync(cancellationToken);
    }

    private static string Plain(string text) => string.Join(' ', SearchText.Words(text));
}
