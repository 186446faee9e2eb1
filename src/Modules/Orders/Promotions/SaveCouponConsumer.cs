using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Promotions;

internal sealed class SaveCouponConsumer(OrdersDbContext db) : IConsumer<SaveCoupon>
{
    public async Task Consume(ConsumeContext<SaveCoupon> context)
    {
        var request = context.Message;
        if (CouponFaults.Of(request) is { Count: > 0 } faults)
        {
            await context.RespondAsync(new CouponRejected { Faults = faults });
            return;
        }
        var code = Coupon.Normalize(request.Code);
        var coupon = await db.Coupons.SingleOrDefaultAsync(x => x.Code == code, context.CancellationToken);
        if (coupon is null)
            db.Add(coupon = new Coupon { Code = code });
        coupon.Kind = CouponFaults.Kinds[request.Kind];
        (coupon.BasisPoints, coupon.Amount, coupon.Currency) = (request.BasisPoints, request.Amount, request.Currency);
        (coupon.Buy, coupon.Get, coupon.MinimumSubtotal) = (request.Buy, request.Get, request.MinimumSubtotal);
        (coupon.ProductIds, coupon.Categories) = ([.. request.ProductIds], [.. request.Categories]);
        (coupon.StartsAt, coupon.EndsAt) = (request.StartsAt?.ToUniversalTime(), request.EndsAt?.ToUniversalTime());
        (coupon.TotalLimit, coupon.CustomerLimit, coupon.Stackable) = (request.TotalLimit, request.CustomerLimit, request.Stackable);
        coupon.Version++;
        await context.RespondAsync(new CouponSaved { Code = code, Taken = coupon.Taken });
    }
}
