using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>
/// The only code that moves stock. Each step is one conditional UPDATE, so two checkouts that meet at the last piece cannot both get it, and
/// whoever ends a reservation first is the only one to do so. Callers own the transaction and pass SKUs in order, or they could deadlock.
/// </summary>
internal sealed class StockLedger(CatalogDbContext db)
{
    /// <summary>False when fewer than that many pieces are free, or the SKU is unknown.</summary>
    public async Task<bool> TryHoldAsync(StockLine line, CancellationToken cancellationToken) => await db.Stock
        .Where(x => x.Sku == line.Sku && x.OnHand - x.Reserved >= line.Quantity)
        .ExecuteUpdateAsync(set => set.SetProperty(x => x.Reserved, x => x.Reserved + line.Quantity), cancellationToken) == 1;

    public async Task<int> AvailableAsync(string sku, CancellationToken cancellationToken) =>
        await db.Stock.Where(x => x.Sku == sku).Select(x => x.OnHand - x.Reserved).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Gives a held reservation's pieces back; false when it is not held (any more).</summary>
    public Task<bool> TryReleaseAsync(Guid checkoutId, CancellationToken cancellationToken) =>
        TryGiveBackAsync(checkoutId, Held(checkoutId), ReservationStatus.Released, cancellationToken);

    /// <summary>The same for one whose time is over; false when it has been extended, or is not held (any more).</summary>
    public Task<bool> TryExpireAsync(Guid checkoutId, DateTimeOffset now, CancellationToken cancellationToken) =>
        TryGiveBackAsync(checkoutId, Held(checkoutId).Where(x => x.ExpiresAt <= now), ReservationStatus.Expired, cancellationToken);

    /// <summary>Takes a held reservation's pieces out of stock; false when it is not held (any more).</summary>
    public async Task<bool> TrySellAsync(Guid checkoutId, CancellationToken cancellationToken)
    {
        if (!await TryEndAsync(Held(checkoutId), ReservationStatus.Committed, cancellationToken))
            return false;
        foreach (var line in await LinesAsync(checkoutId, cancellationToken))
        {
            await db.Stock.Where(x => x.Sku == line.Sku).ExecuteUpdateAsync(
                set => set.SetProperty(x => x.OnHand, x => x.OnHand - line.Quantity).SetProperty(x => x.Reserved, x => x.Reserved - line.Quantity), cancellationToken);
            await db.Products.Where(product => db.Variants.Where(x => x.Sku == line.Sku).Select(x => x.ProductId).Contains(product.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.Sold, x => x.Sold + line.Quantity), cancellationToken);
        }
        return true;
    }

    private async Task<bool> TryGiveBackAsync(Guid checkoutId, IQueryable<Reservation> held, ReservationStatus end, CancellationToken cancellationToken)
    {
        if (!await TryEndAsync(held, end, cancellationToken))
            return false;
        foreach (var line in await LinesAsync(checkoutId, cancellationToken))
        {
            await db.Stock.Where(x => x.Sku == line.Sku)
                .ExecuteUpdateAsync(set => set.SetProperty(x => x.Reserved, x => x.Reserved - line.Quantity), cancellationToken);
        }
        return true;
    }

    private static async Task<bool> TryEndAsync(IQueryable<Reservation> held, ReservationStatus end, CancellationToken cancellationToken) =>
        await held.ExecuteUpdateAsync(set => set.SetProperty(x => x.Status, end), cancellationToken) == 1;

    private IQueryable<Reservation> Held(Guid checkoutId) => db.Reservations.Where(x => x.CheckoutId == checkoutId && x.Status == ReservationStatus.Held);

    private Task<List<ReservedLine>> LinesAsync(Guid checkoutId, CancellationToken cancellationToken) =>
        db.ReservedLines.AsNoTracking().Where(x => x.CheckoutId == checkoutId).OrderBy(x => x.Sku).ToListAsync(cancellationToken);
}
