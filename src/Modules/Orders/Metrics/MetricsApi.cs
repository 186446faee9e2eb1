using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Metrics;

/// <summary>The business metrics as docs/operations.md defines them, counted from the store.</summary>
internal static class MetricsApi
{
    public static void MapMetrics(this RouteGroupBuilder orders) =>
        orders.MapGet("/metrics", ShowAsync).WithSummary("Carts, abandonment, recovery, conversion, orders per hour and revenue of a span of time; carts by the day they were begun.");

    private static async Task<IResult> ShowAsync(
        OrdersDbContext db, IOptions<ShopOptions> shop, TimeProvider time, CancellationToken cancellationToken, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var until = (to ?? time.GetUtcNow()).ToUniversalTime();
        var since = (from ?? until.AddDays(-31)).ToUniversalTime();
        if (since >= until)
            return Results.Problem("from should be earlier than to.", statusCode: StatusCodes.Status400BadRequest, title: "invalid_span");
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.Value.TimeZone);
        var watches = await db.CartWatches.AsNoTracking().Where(x => x.StartedAt >= since && x.StartedAt < until).ToListAsync(cancellationToken);
        var orders = await db.Orders.IgnoreAutoIncludes().AsNoTracking().Where(x => x.PlacedAt >= since && x.PlacedAt < until && x.Status != OrderStatus.Cancelled)
            .Select(x => new PlacedOrder(x.PlacedAt, x.Currency, x.Total, x.Totals)).ToListAsync(cancellationToken);
        return Results.Ok(new BusinessMetrics(
            since, until, CartFigures.Of(watches), Ratio(orders.Count, (until - since).TotalHours),
            [.. orders.GroupBy(x => x.Currency).OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => new CurrencyRevenue(x.Key, x.Count(), x.Sum(order => order.Net)))],
            [.. watches.GroupBy(x => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(x.StartedAt, zone).Date)).OrderBy(x => x.Key).Select(x => new CartCohort(x.Key, CartFigures.Of([.. x])))]));
    }

    private static double Ratio(double part, double whole) => whole <= 0 ? 0 : Math.Round(part / whole, 4);
}

internal sealed record PlacedOrder(DateTimeOffset At, string Currency, long Total, List<Contracts.Requests.TotalLine> Totals)
{
    /// <summary>Net of discount, before tax and shipping; an imported order has no rows, and its total counts.</summary>
    public long Net => Totals.Count == 0 ? Total : Totals.Where(row => row.Type is "subtotal" or "discount").Sum(row => row.Amount);
}

internal sealed record BusinessMetrics(
    DateTimeOffset From, DateTimeOffset To, CartFigures Carts, double OrdersPerHour, IReadOnlyList<CurrencyRevenue> Revenue, IReadOnlyList<CartCohort> Cohorts);

/// <summary>Minor units, net of discount and before tax and shipping.</summary>
internal sealed record CurrencyRevenue(string Currency, int Orders, long Net);

/// <summary>Carts that were begun on one day of the shop's time zone.</summary>
internal sealed record CartCohort(DateOnly Day, CartFigures Carts);
