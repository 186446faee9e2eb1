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
        // Compared as it is stored: the lines themselves stay where they are.
        List<StoredLine> nothing = [];
        var counts = await db.Carts.Where(x => x.ExpiresAt > dayAgo)
            .GroupBy(x => new { IsBought = x.ClosedAt != null, IsIdle = x.ExpiresAt <= idleSince, IsEmpty = x.Lines == nothing })
            .Select(x => new { x.Key, Count = x.Count() }).ToListAsync(cancellationToken);
        int Sum(Func<bool, bool, bool, bool> which) => counts.Where(x => which(x.Key.IsBought, x.Key.IsIdle, x.Key.IsEmpty)).Sum(x => x.Count);
        return new CartFigures(Sum((bought, idle, empty) => !bought && !idle && !empty), Sum((bought, idle, empty) => !bought && idle && !empty), Sum((bought, _, _) => bought));
    }
}
