using System.Security.Cryptography;
using EcommerceBot.Tools.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace EcommerceBot.Tools.Access;

/// <summary>Makes, lists, rotates, revokes and recognises API keys.</summary>
internal sealed class ApiKeys(ToolsDbContext db, IHostEnvironment environment, TimeProvider time)
{
    private static readonly TimeSpan LongestOverlap = TimeSpan.FromDays(30);
    private static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    private IEnumerable<string> Scopes => environment.IsProduction() ? ToolScopes.All : [.. ToolScopes.All, ToolScopes.ActAsCustomer];

    /// <returns>The key's text, which exists nowhere else.</returns>
    public async Task<string> CreateAsync(string name, IReadOnlyList<string> scopes, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        if (Faults(name, scopes, expires).ToList() is { Count: > 0 } faults)
            throw new ArgumentException(string.Join(' ', faults));
        var text = KeyText.New();
        db.Add(new ApiKey
        {
            Id = KeyText.NewId(),
            Name = name.Trim(),
            Hash = KeyText.Hash(text)!,
            Scopes = string.Join(' ', scopes.Count == 0 ? ToolScopes.Usual : scopes.Distinct(StringComparer.Ordinal)),
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = expires?.ToUniversalTime(),
        });
        await db.SaveChangesAsync(cancellationToken);
        return text;
    }

    /// <summary>A new key for the same owner; the old one works on for the overlap, so that nobody has to change everything at one instant.</summary>
    /// <returns>The new key's text, or null when there is no such key that is still good.</returns>
    public async Task<string?> RotateAsync(string id, TimeSpan overlap, CancellationToken cancellationToken)
    {
        if (overlap < TimeSpan.Zero || overlap > LongestOverlap)
            throw new ArgumentException($"The overlap should be 0 to {LongestOverlap.TotalHours:0} hours.");
        var now = time.GetUtcNow();
        var old = await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id, cancellationToken);
        if (old?.IsValid(now) != true)
            return null;
        var text = KeyText.New();
        db.Add(new ApiKey
        {
            Id = KeyText.NewId(),
            Name = old.Name,
            Hash = KeyText.Hash(text)!,
            Scopes = old.Scopes,
            CreatedAt = now,
            ExpiresAt = old.ExpiresAt,
            FirstKeyId = old.FirstKeyId ?? old.Id,
        });
        old.ExpiresAt = old.ExpiresAt is { } end && end < now + overlap ? end : now + overlap;
        await db.SaveChangesAsync(cancellationToken);
        return text;
    }

    public Task<List<ApiKey>> ListAsync(CancellationToken cancellationToken) =>
        db.ApiKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ThenBy(key => key.Id).ToListAsync(cancellationToken);

    /// <returns>False when there is no such key or it was revoked before.</returns>
    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(key => key.Id == id && key.RevokedAt == null, cancellationToken);
        if (key is null)
            return false;
        key.RevokedAt = time.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <returns>Whom the text lets in, or null.</returns>
    public async Task<ToolUser?> RecogniseAsync(string text, CancellationToken cancellationToken)
    {
        if (KeyText.Hash(text) is not { } hash)
            return null;
        var now = time.GetUtcNow();
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken);
        if (key is null || !CryptographicOperations.FixedTimeEquals(key.Hash, hash) || !key.IsValid(now))
            return null;
        if (key.LastUsedAt is null || key.LastUsedAt < now - UseIsNoted)
            await db.ApiKeys.Where(one => one.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), cancellationToken);
        return new ToolUser(key.OwnerId, [.. key.Scopes.Split(' ').Intersect(Scopes, StringComparer.Ordinal)]);
    }

    private IEnumerable<string> Faults(string name, IReadOnlyList<string> scopes, DateTimeOffset? expires)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > ApiKey.LongestName)
            yield return $"Give the key a name of 1 to {ApiKey.LongestName} characters, so that it can be told from others.";
        foreach (var scope in scopes.Except(Scopes, StringComparer.Ordinal))
            yield return $"There is no scope {scope} here; the scopes are {string.Join(", ", Scopes)}.";
        if (expires <= time.GetUtcNow())
            yield return "The expiry should lie in the future.";
    }
}
