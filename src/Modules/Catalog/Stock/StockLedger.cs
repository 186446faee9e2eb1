using System.Text.Json;
using EcommerceBot.Catalog.Contracts.Commands;
using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Catalog.Stock;

/// <summary>
/// The only code that moves stock. Whoever ends a reservation first is the only one to do so, by a conditional UPDATE. Callers own the transaction.
/// Rows are always taken in the same order, reservation, stock by SKU, sales by product, or two transactions could wait for each other.
/// </summary>
internal sealed class StockLedger(CatalogDbContext db, IStockSql sql, StockSignals signals)
{
    /// <summary>Begins a reservation, or begins one anew that has ended; false when the checkout holds or has bought its pieces already.</summary>
    public async Task<bool> TryOpenAsync(ReserveStock request, IReadOnlyList<StockLine> lines, CancellationToken cancellationToken)
    {
        var checkoutId = request.CheckoutId;
        var reopened = await db.Reservations.Where(x => x.CheckoutId == checkoutId && (x.Status == ReservationStatus.Released || x.Status == ReservationStatus.Expired))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Status, ReservationStatus.Held).SetProperty(x => x.ExpiresAt, request.ExpiresAt), cancellationToken) == 1;
        if (reopened)
            await db.ReservedLines.Where(x => x.CheckoutId == checkoutId).ExecuteDeleteAsync(cancellationToken);
        else if (await db.Reservations.AnyAsync(x => x.CheckoutId == checkoutId, cancellationToken))
            return false;
        else
            db.Add(new Reservation { CheckoutId = checkoutId, Status = ReservationStatus.Held, ExpiresAt = request.ExpiresAt });
        // At once: a second reservation of the same checkout fails here, before it holds anything, and finds this one when it is tried again.
        db.AddRange(lines.Select(line => new ReservedLine { CheckoutId = checkoutId, Sku = line.Sku, Quantity = line.Quantity }));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    /// <summary>Holds every line, or none and says what is short: a SKU that has too few pieces free, or is unknown.</summary>
    public async Task<IReadOnlyList<StockShortage>> HoldAsync(IReadOnlyList<StockLine> lines, CancellationToken cancellationToken)
    {
        var moves = lines.Where(line => Variant.CouldBeId(line.Sku)).Select(line => new StockMove(line.Sku, 0, line.Quantity)).ToList();
        var found = await LockAsync(moves, cancellationToken);
        var free = found.ToDictionary(x => x.Sku, x => x.Free, StringComparer.Ordinal);
        var shortages = lines.Where(line => line.Quantity < 1 || line.Quantity > free.GetValueOrDefault(line.Sku))
            .Select(line => new StockShortage { Sku = line.Sku, Requested = line.Quantity, Available = free.GetValueOrDefault(line.Sku) }).ToList();
        if (shortages.Count == 0)
            await MoveAsync(moves, found, cancellationToken);
        return shortages;
    }

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
        var moves = Write((await LinesAsync(checkoutId, cancellationToken)).Select(line => new StockMove(line.Sku, -line.Quantity, -line.Quantity)));
        await db.Database.ExecuteSqlRawAsync(sql.Move, [moves], cancellationToken);
        await db.Database.ExecuteSqlRawAsync(sql.CountSales, [moves], cancellationToken);
        return true;
    }

    /// <summary>Locks the SKUs of the moves, in the order in which all lock them, and answers what is free of each.</summary>
    public Task<List<FreeStock>> LockAsync(IReadOnlyCollection<StockMove> moves, CancellationToken cancellationToken) =>
        db.Database.SqlQueryRaw<FreeStock>(sql.Free, Write(moves)).ToListAsync(cancellationToken);

    /// <summary>Makes the moves and tells of what ran low or can be had again.</summary>
    /// <param name="moves">Each SKU once.</param>
    /// <param name="before">What <see cref="LockAsync"/> has answered for them.</param>
    /// <param name="cancellationToken">Ends it before the commit.</param>
    public async Task MoveAsync(IReadOnlyCollection<StockMove> moves, IReadOnlyCollection<FreeStock> before, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlRawAsync(sql.Move, [Write(moves)], cancellationToken);
        await signals.TellAsync(moves, before, cancellationToken);
    }

    private async Task<bool> TryGiveBackAsync(Guid checkoutId, IQueryable<Reservation> held, ReservationStatus end, CancellationToken cancellationToken)
    {
        if (!await TryEndAsync(held, end, cancellationToken))
            return false;
        var moves = (await LinesAsync(checkoutId, cancellationToken)).Select(line => new StockMove(line.Sku, 0, -line.Quantity)).ToList();
        await MoveAsync(moves, await LockAsync(moves, cancellationToken), cancellationToken);
        return true;
    }

    private static async Task<bool> TryEndAsync(IQueryable<Reservation> held, ReservationStatus end, CancellationToken cancellationToken) =>
        await held.ExecuteUpdateAsync(set => set.SetProperty(x => x.Status, end), cancellationToken) == 1;

    private static string Write(IEnumerable<StockMove> moves) => JsonSerializer.Serialize(moves, JsonSerializerOptions.Web);

    private IQueryable<Reservation> Held(Guid checkoutId) => db.Reservations.Where(x => x.CheckoutId == checkoutId && x.Status == ReservationStatus.Held);

    private Task<List<ReservedLine>> LinesAsync(Guid checkoutId, CancellationToken cancellationToken) =>
        db.ReservedLines.AsNoTracking().Where(x => x.CheckoutId == checkoutId).ToListAsync(cancellationToken);
}
