using System.Globalization;
using System.Text;
using EcommerceBot.Orders.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>Figures that add up to the cent, straight from the ledger.</summary>
internal static class ReportsApi
{
    public static void MapReports(this RouteGroupBuilder orders)
    {
        orders.MapGet("/export.csv", ExportAsync).WithSummary("Orders of a span of time as CSV, oldest first; amounts in minor units.");
        orders.MapGet("/revenue", RevenueAsync).WithSummary("What was paid and given back, by day of the shop's time zone and currency; minor units.");
    }

    private static async Task<IResult> RevenueAsync(
        OrdersDbContext db, IOptions<ShopOptions> shop, TimeProvider time, CancellationToken cancellationToken, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var (since, until) = Span(from, to, time);
        var moved = await (from entry in db.Set<LedgerEntry>()
                           join order in db.Orders.IgnoreAutoIncludes() on entry.OrderNumber equals order.Number
                           where entry.At >= since && entry.At < until
                           select new { entry.At, entry.Kind, entry.Amount, order.Currency, order.Number, entry.Sequence }).ToListAsync(cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(shop.Value.TimeZone);
        return Results.Ok(moved
            .GroupBy(x => (Day: DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(x.At, zone).Date), x.Currency))
            .OrderBy(x => x.Key.Day).ThenBy(x => x.Key.Currency, StringComparer.Ordinal)
            .Select(x => new RevenueOfDay(
                x.Key.Day, x.Key.Currency, x.Count(entry => entry.Sequence == 1),
                x.Where(entry => entry.Kind == LedgerEntry.PaymentKind).Sum(entry => entry.Amount),
                x.Where(entry => entry.Kind == LedgerEntry.RefundKind).Sum(entry => entry.Amount),
                x.Sum(entry => entry.Kind == LedgerEntry.PaymentKind ? entry.Amount : -entry.Amount))));
    }

    private static IResult ExportAsync(OrdersDbContext db, TimeProvider time, DateTimeOffset? from = null, DateTimeOffset? to = null)
    {
        var (since, until) = Span(from, to, time);
        return Results.Stream(async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
            await writer.WriteAsync("order,placed_at,status,owner,currency,total,paid,refunded,lines\r\n");
            await foreach (var order in db.Orders.AsNoTracking().Where(x => x.PlacedAt >= since && x.PlacedAt < until).OrderBy(x => x.PlacedAt).ThenBy(x => x.Number).AsAsyncEnumerable())
                await writer.WriteAsync($"{string.Join(',', Fields(order).Select(Csv))}\r\n");
        }, "text/csv; charset=utf-8", "orders.csv");
    }

    private static IEnumerable<string> Fields(Order order) =>
    [
        order.Number, order.PlacedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), order.Status, order.OwnerId, order.Currency,
        Number(order.Total), Number(Sum(order, LedgerEntry.PaymentKind)), Number(Sum(order, LedgerEntry.RefundKind)),
        string.Join("; ", order.Lines.Select(line => $"{line.Quantity} x {line.Sku} {line.Title}")),
    ];

    private static long Sum(Order order, string kind) => order.Ledger.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount);

    private static string Number(long amount) => amount.ToString(CultureInfo.InvariantCulture);

    /// <summary>Quoted, and with an apostrophe before what a spreadsheet would take for a formula: titles come from outside.</summary>
    internal static string Csv(string field)
    {
        var harmless = field.Length > 0 && field[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{field}" : field;
        return harmless.AsSpan().IndexOfAny(",\"\r\n;") < 0 ? harmless : $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>The last 31 days where nothing else is said.</summary>
    private static (DateTimeOffset Since, DateTimeOffset Until) Span(DateTimeOffset? from, DateTimeOffset? to, TimeProvider time)
    {
        var until = (to ?? time.GetUtcNow().AddMinutes(1)).ToUniversalTime();
        return ((from ?? until.AddDays(-31)).ToUniversalTime(), until);
    }
}

/// <summary>Minor units. Orders counts those first paid on that day.</summary>
internal sealed record RevenueOfDay(DateOnly Day, string Currency, int Orders, long Paid, long Refunded, long Net);
