using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Figures;

/// <summary>How the carts touched in the last day stand: open, left behind, bought.</summary>
internal sealed record CartFigures(int Active, int Abandoned, int Bought)
{
    /// <summary>A cart nobody has touched for so long counts as left behind.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    private static readonly TimeSpan Span = TimeSpan.FromDays(1);

    public static async Task<CartFigures> ReadAsync(OrdersDbContext db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // A change moves ExpiresAt to a lifetime from then, so that it tells when a cart was last touched.
        var (dayAgo, idleSince) = (now + ShoppingCart.Lifetime - Span, now + ShoppingCart.Lifetime - Idle);
        var open = await db.Carts.AsNoTracking().Where(x => x.ExpiresAt > dayAgo && x.ClosedAt == null)
            .Select(x => new { x.ExpiresAt, x.Lines }).ToListAsync(cancellationToken);
        var bought = await db.Carts.CountAsync(x => x.ExpiresAt > dayAgo && x.ClosedAt != null, cancellationToken);
        var full = open.Where(x => x.Lines.Count > 0).ToList();
        return new CartFigures(full.Count(x => x.ExpiresAt > idleSince), full.Count(x => x.ExpiresAt <= idleSince), bought);
    }
}
