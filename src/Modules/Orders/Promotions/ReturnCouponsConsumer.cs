using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Promotions;

/// <summary>A checkout ended without an order: what it held can be had by others again.</summary>
internal sealed class ReturnCouponsConsumer(OrdersDbContext db) : IConsumer<CheckoutFailed>
{
    public async Task Consume(ConsumeContext<CheckoutFailed> context)
    {
        var uses = await db.CouponUses.Where(x => x.CheckoutId == context.Message.CheckoutId && !x.IsUsed).ToListAsync(context.CancellationToken);
        var codes = uses.Select(use => use.Code).ToList();
        foreach (var coupon in await db.Coupons.Where(x => codes.Contains(x.Code)).ToListAsync(context.CancellationToken))
        {
            coupon.Taken--;
            coupon.Version++;
        }
        db.RemoveRange(uses);
    }
}
