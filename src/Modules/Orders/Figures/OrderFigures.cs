using System.Diagnostics.Metrics;
using EcommerceBot.Orders.Persistence;
using EcommerceBot.Outbox.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Figures;

/// <summary>
/// What the shop sells, for <c>/metrics</c>: read from the store now and then, so that it is true after a restart and the same on every replica. A scrape
/// only ever reads what was last found; figures that have become old are not shown at all.
/// </summary>
internal sealed partial class OrderFigures : BackgroundService
{
    private readonly ShopTotals _totals = new();
    private readonly Sales _nothingYet;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<OrderFigures> _logger;
    private volatile Latest? _latest;

    public OrderFigures(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider time, IOptions<StorageOptions> options, IOptions<ShopOptions> shop, ILogger<OrderFigures> logger)
    {
        _nothingYet = new Sales(shop.Value.Currency, 0, 0, 0);
        (_scopes, _time, _every, _logger) = (scopes, time, options.Value.FiguresEvery, logger);
        var meter = meters.Create("EcommerceBot");
        meter.CreateObservableCounter("ecommercebot.orders.placed", () => Show(x => [new(x.Total.Sum(sales => sales.Orders))]), "{order}", "Orders paid since the shop opened; the same on every replica");
        meter.CreateObservableCounter("ecommercebot.revenue", () => Show(x => x.Total.Select(sales => In(sales, sales.Paid))), "{minor_unit}", "Paid since the shop opened, in minor units; the same on every replica");
        meter.CreateObservableCounter("ecommercebot.refunds", () => Show(x => x.Total.Select(sales => In(sales, sales.Refunded))), "{minor_unit}", "Given back since the shop opened, in minor units; the same on every replica");
        meter.CreateObservableGauge("ecommercebot.orders.last_hour", () => Show(x => [new(x.Hour.Sum(sales => sales.Orders))]), "{order}", "Orders paid in the last 60 minutes; the same on every replica");
        meter.CreateObservableGauge("ecommercebot.revenue.last_hour", () => Show(x => x.Hour.Select(sales => In(sales, sales.Paid))), "{minor_unit}", "Paid in the last 60 minutes, in minor units; the same on every replica");
        meter.CreateObservableGauge("ecommercebot.carts.active", () => Show(x => [new(x.Carts.Active)]), "{cart}", "Open carts with something in them, touched within the hour");
        meter.CreateObservableGauge("ecommercebot.carts.abandoned", () => Show(x => [new(x.Carts.Abandoned)]), "{cart}", "Open carts with something in them, last touched 1 to 24 hours ago");
        meter.CreateObservableGauge("ecommercebot.carts.bought", () => Show(x => [new(x.Carts.Bought)]), "{cart}", "Carts touched in the last 24 hours whose checkout was confirmed");
    }

    private sealed record Latest(DateTimeOffset At, List<Sales> Total, List<Sales> Hour, CartFigures Carts);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        do
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                _latest = await ReadAsync(scope.ServiceProvider.GetRequiredService<OrdersDbContext>(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(_logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Latest> ReadAsync(OrdersDbContext db, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var total = await _totals.ReadAsync(db, now, cancellationToken);
        // A new shop shows 0 in its own currency, where there would be no series.
        if (total.Count == 0)
            total.Add(_nothingYet);
        var hour = await ShopTotals.BetweenAsync(db, now.AddHours(-1), DateTimeOffset.MaxValue, cancellationToken);
        // A currency that is sold in now and then stays at 0 in between, where a series would end.
        hour.AddRange(total.ExceptBy(hour.Select(x => x.Currency), x => x.Currency).Select(x => new Sales(x.Currency, 0, 0, 0)));
        return new Latest(now, total, hour, await CartFigures.ReadAsync(db, now, cancellationToken));
    }

    private static Measurement<long> In(Sales sales, long amount) => new(amount, new KeyValuePair<string, object?>("currency", sales.Currency));

    private IEnumerable<Measurement<long>> Show(Func<Latest, IEnumerable<Measurement<long>>> measure) =>
        _latest is { } figures && _time.GetUtcNow() - figures.At < _every * 4 ? measure(figures) : [];

    [LoggerMessage(Level = LogLevel.Warning, EventName = "OrderFiguresFailed", Message = "The shop's figures could not be read from the store; /metrics goes without them until they can")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
