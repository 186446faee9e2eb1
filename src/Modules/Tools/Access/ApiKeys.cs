using System.Security.Cryptography;
using EcommerceBot.Tools.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Tools.Access;

/// <summary>Makes, lists, revokes and recognises API keys.</summary>
internal sealed class ApiKeys(ToolsDbContext db, TimeProvider time)
{
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
            Scopes = string.Join(' ', scopes.Count == 0 ? ToolScopes.All : scopes.Distinct(StringComparer.Ordinal)),
            CreatedAt = time.GetUtcNow(),
            ExpiresAt = expires?.ToUniversalTime(),
        });
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
        var key = await db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(key => key.Hash == hash, cancellationToken);
        return key is not null && CryptographicOperations.FixedTimeEquals(key.Hash, hash) && key.IsValid(time.GetUtcNow())
            ? new ToolUser($"key-{key.Id}", key.Scopes.Split(' '))
            : null;
    }

    private IEnumerable<string> Faults(string name, IReadOnlyList<string> scopes, DateTimeOffset? expires)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > ApiKey.LongestName)
            yield return $"Give the key a name of 1 to {ApiKey.LongestName} characters, so that it can be told from others.";
        foreach (var scope in scopes.Except(ToolScopes.All, StringComparer.Ordinal))
            yield return $"There is no scope {scope}; the scopes are {string.Join(", ", ToolScopes.All)}.";
        if (expires <= time.GetUtcNow())
            yield return "The expiry should lie in the future.";
    }
}
