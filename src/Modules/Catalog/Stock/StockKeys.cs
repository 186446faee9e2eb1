using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Books each key once, in the transaction of what it books.</summary>
internal sealed class StockKeys(CatalogDbContext db, TimeProvider time)
{
    /// <summary>False when the key was booked before with the same arguments; two at once meet at the unique key, and the loser looks again when it is tried anew.</summary>
    /// <exception cref="ArgumentException">The key was booked with other arguments: no retry can mend that.</exception>
    public async Task<bool> TryTakeAsync(string key, object arguments, CancellationToken cancellationToken)
    {
        var fingerprint = SHA256.HashData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(arguments)));
        var earlier = await db.StockRequests.AsNoTracking().SingleOrDefaultAsync(x => x.Key == key, cancellationToken);
        if (earlier is null)
        {
            db.Add(new StockRequest { Key = key, Fingerprint = fingerprint, At = time.GetUtcNow() });
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        return earlier.Fingerprint.AsSpan().SequenceEqual(fingerprint) ? false
            : throw new ArgumentException($"The key {key} was used before for something else. Use a new key for a new change of stock.", nameof(key));
    }
}
