using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>
/// The only code that moves stock. Each step is one conditional UPDATE, so two checkouts that meet at the last piece cannot both get it, and
/// whoever ends a reservation first is the only one to do so. Callers own the transaction. Rows are always taken in the same order, reservation,
/// stock by SKU, sales by product, or two transactions could wait for each other.
/// </summary>
internal sealed class StockLedger(CatalogDbContext db)
{
    /// <summary>Begins a reservation, or begins one anew that has ended; false when the checkout holds or has bought its pieces already.</summary>
    public async Task<bool> TryOpenAsync(Guid checkoutId, DateTimeOffset expiresAt, CancellationToken cancellationToken)
    {
        var reopened = await db.Reservations.Where(x => x.CheckoutId == checkoutId && (x.Status == ReservationStatus.Released || x.Status == ReservationStatus.Expired))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Status, ReservationStatus.Held).SetProperty(x => x.ExpiresAt, expiresAt), cancellationToken) == 1;
        if (reopened)
        {
            await db.ReservedLines.Where(x => x.CheckoutId == checkoutId).ExecuteDeleteAsync(cancellationToken);
            return true;
        }
        if (await db.Reservations.AnyAsync(x => x.CheckoutId == checkoutId, cancellationToken))
            return false;
        // At once: a second reservation of the same checkout fails here, before it holds anything, and finds this one when it is tried again.
        db.Add(new Reservation { CheckoutId = checkoutId, Status = ReservationStatus.Held, ExpiresAt = expiresAt });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

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
        var lines = await LinesAsync(checkoutId, cancellationToken);
        foreach (var line in lines)
        {
            await db.Stock.Where(x => x.Sku == line.Sku).ExecuteUpdateAsync(
                set => set.SetProperty(x => x.OnHand, x => x.OnHand - line.Quantity).SetProperty(x => x.Reserved, x => x.Reserved - line.Quantity), cancellationToken);
        }
        await CountSalesAsync(lines, cancellationToken);
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

    /// <summary>In the order of <see cref="MergedLines"/>, which is not that of every database: a collation may put "a" before "B".</summary>
    private async Task<List<ReservedLine>> LinesAsync(Guid checkoutId, CancellationToken cancellationToken)
    {
        var lines = await db.ReservedLines.AsNoTracking().Where(x => x.CheckoutId == checkoutId).ToListAsync(cancellationToken);
        lines.Sort((left, right) => string.CompareOrdinal(left.Sku, right.Sku));
        return lines;
    }

    /// <summary>After all stock and in the order of products, or two sales that share some of both would wait for each other.</summary>
    private async Task CountSalesAsync(List<ReservedLine> lines, CancellationToken cancellationToken)
    {
        var skus = lines.Select(line => line.Sku).ToList();
        var products = await db.Variants.Where(x => skus.Contains(x.Sku)).ToDictionaryAsync(x => x.Sku, x => x.ProductId, StringComparer.Ordinal, cancellationToken);
        foreach (var product in lines.Where(line => products.ContainsKey(line.Sku)).GroupBy(line => products[line.Sku], line => line.Quantity).OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            var pieces = product.Sum(quantity => (long)quantity);
            await db.Sales.Where(x => x.ProductId == product.Key).ExecuteUpdateAsync(set => set.SetProperty(x => x.Sold, x => x.Sold + pieces), cancellationToken);
        }
    }
}
