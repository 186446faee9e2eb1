using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Outbox.Inbox;

/// <summary>Forgets handled messages after <see cref="OutboxOptions.InboxRetention"/>, a small batch at a time so that nobody waits behind it.</summary>
internal sealed partial class InboxCleanup(IServiceScopeFactory scopes, IOptions<OutboxOptions> options, TimeProvider time, ILogger<InboxCleanup> logger)
    : BackgroundService
{
    private const int BatchSize = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                while (await DeleteBatchAsync(scope.ServiceProvider.GetRequiredService<MessagingDbContext>(), stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, exception);
            }
        }
    }

    private async Task<int> DeleteBatchAsync(MessagingDbContext db, CancellationToken stoppingToken)
    {
        var before = time.GetUtcNow().UtcDateTime - options.Value.InboxRetention;
        if (db.Database.IsSqlite())
        {
            // After a long standstill rows may still be waiting to be relayed again: without their inbox rows they would take effect twice.
            var waiting = await db.OutboxMessages.Where(x => x.SentTime < before).Select(x => x.MessageId).ToListAsync(stoppingToken);
            return await db.Set<InboxState>().Where(x => x.Delivered < before && !waiting.Contains(x.MessageId))
                .OrderBy(x => x.Delivered).Take(BatchSize).ExecuteDeleteAsync(stoppingToken);
        }
        // Replicas clean at once: each passes over what another is deleting.
        return await db.Database.ExecuteSqlAsync($"""
            DELETE FROM messaging."InboxState" WHERE "Id" IN (
                SELECT "Id" FROM messaging."InboxState" WHERE "Delivered" < {before} ORDER BY "Delivered" LIMIT {BatchSize} FOR UPDATE SKIP LOCKED)
            """, stoppingToken);
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "InboxCleanupFailed", Message = "The inbox could not be cleaned; it will be tried again in a minute")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
