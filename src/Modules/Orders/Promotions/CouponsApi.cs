using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Persistence;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Promotions;

/// <summary>Coupons for the shop's own people.</summary>
internal static class CouponsApi
{
    private const int MostListed = 500;

    public static void MapCoupons(this RouteGroupBuilder orders)
    {
        orders.MapGet("/coupons", async (OrdersDbContext db, CancellationToken cancellationToken) =>
            Results.Ok((await db.Coupons.AsNoTracking().OrderBy(x => x.Code).Take(MostListed).ToListAsync(cancellationToken)).Select(x => new
            {
                x.Code, Kind = CouponFaults.Kinds.Single(kind => kind.Value == x.Kind).Key, x.BasisPoints, x.Amount, x.Currency, x.Buy, x.Get, x.MinimumSubtotal, x.ProductIds, x.Categories,
                x.StartsAt, x.EndsAt, x.TotalLimit, x.CustomerLimit, x.Stackable, x.Taken,
            }))).WithSummary("All coupons with what was taken of them.");
        orders.MapPut("/coupons", SaveAsync).WithSummary("Make a coupon, or change one.");
    }

    private static async Task<IResult> SaveAsync(SaveCoupon body, IRequestClient<SaveCoupon> client, CancellationToken cancellationToken)
    {
        var answer = await client.GetResponse<CouponSaved, CouponRejected>(body, cancellationToken);
        return answer.Message is CouponRejected rejected
            ? Results.Problem(string.Join(" ", rejected.Faults), statusCode: StatusCodes.Status400BadRequest, title: "invalid_coupon")
            : Results.Ok(answer.Message);
    }
}
