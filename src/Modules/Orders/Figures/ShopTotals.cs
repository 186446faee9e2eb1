using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Figures;

/// <summary>What was sold since the shop opened, kept up to date at little cost: what is older than the horizon is settled and added up once.</summary>
internal sealed class ShopTotals
{
    /// <summary>No transaction that writes an order takes this long.</summary>
    private static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private DateTimeOffset _horizon = DateTimeOffset.UnixEpoch;
    private List<Sales> _before = [];

    /// <summary>By currency.</summary>
    public async Task<List<Sales>> ReadAsync(OrdersDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _horizon > 2 * Settled)
        {
            var horizon = now - Settled;
            (_before, _horizon) = (Sum([.. _before, .. await BetweenAsync(db, _horizon, horizon, cancellationToken)]), horizon);
        }
        return Sum([.. _before, .. await BetweenAsync(db, _horizon, DateTimeOffset.MaxValue, cancellationToken)]);
    }

    /// <summary>Straight from the ledger: every order that was paid has a first entry.</summary>
    public static async Task<List<Sales>> BetweenAsync(OrdersDbContext db, DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        var sums = await (from entry in db.Set<LedgerEntry>()
                          join order in db.Orders.IgnoreAutoIncludes() on entry.OrderNumber equals order.Number
                          where entry.At >= @from && entry.At < to
                          group entry by order.Currency into currency
                          select new
                          {
                              currency.Key,
                              Orders = currency.Count(x => x.Sequence == 1),
                              Paid = currency.Where(x => x.Kind == LedgerEntry.PaymentKind).Sum(x => x.Amount),
                              Refunded = currency.Where(x => x.Kind == LedgerEntry.RefundKind).Sum(x => x.Amount),
                          }).ToListAsync(cancellationToken);
        return [.. sums.Select(x => new Sales(x.Key, x.Orders, x.Paid, x.Refunded))];
    }

    private static List<Sales> Sum(List<Sales> sales) =>
        [.. sales.GroupBy(x => x.Currency).Select(x => new Sales(x.Key, x.Sum(y => y.Orders), x.Sum(y => y.Paid), x.Sum(y => y.Refunded)))];
}

/// <summary>Minor units of one currency; <paramref name="Orders"/> are those first paid in the span.</summary>
internal sealed record Sales(string Currency, long Orders, long Paid, long Refunded);
