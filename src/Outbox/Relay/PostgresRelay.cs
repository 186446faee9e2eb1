using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Outbox.Relay;

/// <summary>
/// Hands committed messages to the broker: a batch is claimed with FOR UPDATE SKIP LOCKED, so that any number of replicas relay at once,
/// published with all confirms in flight together, and deleted in one statement when the broker has them. A relay that dies in between
/// leaves the rows; they are sent again under the same MessageId, and the inbox makes that harmless.
/// </summary>
internal sealed partial class PostgresRelay(
    IServiceScopeFactory scopes, IBusControl bus, OutboxSender sender, RelaySignal signal, RelayBell bell, IOptions<OutboxOptions> options, TimeProvider time, ILogger<PostgresRelay> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Degraded is enough: one endpoint that a kill switch has stopped must not keep the others' messages back.
            if (bus.CheckHealth().Status == BusHealthStatus.Unhealthy || !await RelayAsync(stoppingToken))
                await signal.WaitAsync(options.Value.PollInterval, time, stoppingToken);
        }
    }

    /// <summary>True when there may be more. A failing store or broker must not end the relay: the rows stay.</summary>
    private async Task<bool> RelayAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<MessagingDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
            var claimed = await OutboxClaim.TakeAsync(db, options.Value.BatchSize, stoppingToken);
            if (claimed.Count == 0)
                return false;
            var failures = await sender.SendAllAsync(claimed, stoppingToken);
            var stay = failures.Values.Any(OutboxSender.IsOutage);
            await SettleAsync(db, claimed, failures, stoppingToken);
            var full = !stay && claimed.Count >= options.Value.BatchSize;
            if (full)
                await bell.RingAsync(db, stoppingToken);
            await transaction.CommitAsync(stoppingToken);
            return full;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, exception);
            return false;
        }
    }

    private async Task SettleAsync(MessagingDbContext db, List<OutboxMessage> claimed, Dictionary<long, Exception> failures, CancellationToken stoppingToken)
    {
        var sent = claimed.Select(x => x.SequenceNumber).Where(x => !failures.ContainsKey(x)).ToArray();
        // With the broker away nothing is said against a row: it keeps its place and its tries.
        foreach (var (row, _) in failures.Where(x => OutboxSender.IsOutage(x.Value)).ToList())
            failures.Remove(row);
        await OutboxClaim.DropAsync(db, sent, stoppingToken);
        if (failures.Count == 0)
            return;
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var message in claimed.Where(x => failures.ContainsKey(x.SequenceNumber)))
            await RelayFailure.RecordAsync(db, message, failures[message.SequenceNumber], options.Value.MaxAttempts, now, stoppingToken);
        var held = failures.Keys.ToArray();
        await db.OutboxMessages.Where(x => held.Contains(x.SequenceNumber)).ExecuteUpdateAsync(x => x.SetProperty(m => m.OutboxId, OutboxLane.Held), stoppingToken);
        await db.SaveChangesAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "OutboxRelayFailed", Message = "A relay round failed; its rows stay and are tried again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
