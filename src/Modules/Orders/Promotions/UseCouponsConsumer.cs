using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Promotions;

/// <summary>An order was placed: its coupons are used for good, also where it was paid so late that they had been returned.</summary>
internal sealed class UseCouponsConsumer(OrdersDbContext db, TimeProvider time) : IConsumer<OrderPlaced>
{
    public async Task Consume(ConsumeContext<OrderPlaced> context)
    {
        var (id, cancellationToken) = (context.Message.CheckoutId, context.CancellationToken);
        var codes = await db.Quotes.Where(x => x.CheckoutId == id).Select(x => x.CouponCodes).SingleOrDefaultAsync(cancellationToken) ?? [];
        if (codes.Count == 0)
            return;
        var uses = await db.CouponUses.Where(x => x.CheckoutId == id).ToDictionaryAsync(x => x.Code, cancellationToken);
        foreach (var use in uses.Values)
            use.IsUsed = true;
        foreach (var coupon in await db.Coupons.Where(x => codes.Contains(x.Code)).ToListAsync(cancellationToken))
        {
            if (uses.ContainsKey(coupon.Code))
                continue;
            coupon.Taken++;
            coupon.Version++;
            db.Add(new CouponUse { Code = coupon.Code, CheckoutId = id, OwnerId = context.Message.OwnerId, IsUsed = true, At = time.GetUtcNow() });
        }
    }
}
