using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Frees what was held too long, each reservation in a short transaction of its own so that shoppers never wait for the sweep.</summary>
internal sealed class ExpiredReservations(CatalogDbContext db, StockLedger ledger, TimeProvider time)
{
    private const int Batch = 100;

    /// <summary>How many were freed; a full batch suggests that there are more.</summary>
    public async Task<int> FreeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expired = await db.Reservations.Where(x => x.Status == ReservationStatus.Held && x.ExpiresAt <= now)
            .OrderBy(x => x.ExpiresAt).Take(Batch).Select(x => x.CheckoutId).ToListAsync(cancellationToken);
        var freed = 0;
        foreach (var checkoutId in expired)
        {
            if (await TryFreeAsync(checkoutId, now, cancellationToken))
                freed++;
        }
        return freed;
    }

    private async Task<bool> TryFreeAsync(Guid checkoutId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await ledger.TryExpireAsync(checkoutId, now, cancellationToken))
            return false;
        // What the ledger had to tell goes into the same transaction.
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
