using System.Diagnostics.Metrics;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Outbox.Watching;

/// <summary>
/// What waits in the messaging tables, for <c>/metrics</c>: read from the store now and then, so that it is true after a restart and the same on every
/// replica. A scrape only ever reads what was last found; figures that have become old are not shown at all.
/// </summary>
internal sealed partial class OutboxFigures : BackgroundService
{
    private readonly IServiceScopeFactory _scopes;
    private readonly RelayMark _mark;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<OutboxFigures> _logger;
    private volatile Figures? _latest;

    public OutboxFigures(
        IServiceScopeFactory scopes, IMeterFactory meters, RelayMark mark, TimeProvider time, IOptions<StorageOptions> options, ILogger<OutboxFigures> logger)
    {
        (_scopes, _mark, _time, _every, _logger) = (scopes, mark, time, options.Value.FiguresEvery, logger);
        var meter = meters.Create("EcommerceBot");
        meter.CreateObservableGauge("ecommercebot.outbox.pending", () => Show(x => [new(x.Pending)]), "{message}", "Messages that wait for the relay; the same on every replica");
        meter.CreateObservableGauge("ecommercebot.outbox.age", () => Show(x => [new(x.Age.TotalSeconds)]), "s", "Age of the oldest message that waits for the relay, 0 when none does");
        meter.CreateObservableGauge("ecommercebot.outbox.scheduled", () => Show(x => [new(x.Scheduled)]), "{message}", "Messages for a later time");
        meter.CreateObservableGauge(
            "ecommercebot.errors.parked", () => Show(x => x.Parked.Select(queue => new Measurement<double>(queue.Value, new KeyValuePair<string, object?>("queue", queue.Key)))),
            "{message}", "Failed messages in the store by queue; those the relay could not send are under outbox");
    }

    private sealed record Figures(DateTimeOffset At, long Pending, TimeSpan Age, long Scheduled, Dictionary<string, int> Parked);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        do
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                _latest = await ReadAsync(scope.ServiceProvider.GetRequiredService<MessagingDbContext>(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(_logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task<Figures> ReadAsync(MessagingDbContext db, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var (mark, utc) = (_mark.SequenceNumber, now.UtcDateTime);
        // On PostgreSQL a row that was sent is gone; the embedded store keeps it behind the mark.
        var waiting = db.OutboxMessages.Where(x => x.SequenceNumber > mark && x.OutboxId == null && x.EnqueueTime == null);
        var pending = await waiting.LongCountAsync(cancellationToken);
        var oldest = pending == 0 ? utc : await waiting.OrderBy(x => x.SequenceNumber).Select(x => x.SentTime).FirstOrDefaultAsync(cancellationToken);
        var scheduled = await db.OutboxMessages.LongCountAsync(x => x.OutboxId == OutboxLane.Scheduled && x.EnqueueTime > utc && x.EnqueueTime < utc.AddYears(1), cancellationToken);
        var parked = await db.FailedMessages.GroupBy(x => x.Queue).Select(x => new { x.Key, Count = x.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, cancellationToken);
        parked["outbox"] = await db.RelayAttempts.CountAsync(x => x.ParkedAt != null, cancellationToken);
        return new Figures(now, pending, utc > oldest ? utc - oldest : TimeSpan.Zero, scheduled, parked);
    }

    private IEnumerable<Measurement<double>> Show(Func<Figures, IEnumerable<Measurement<double>>> measure) =>
        _latest is { } figures && _time.GetUtcNow() - figures.At < _every * 4 ? measure(figures) : [];

    [LoggerMessage(Level = LogLevel.Warning, EventName = "OutboxFiguresFailed", Message = "The outbox figures could not be read from the store; /metrics goes without them until they can")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
