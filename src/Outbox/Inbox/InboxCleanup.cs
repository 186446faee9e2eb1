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
        return await db.Set<InboxState>().Where(x => x.Delivered < before).OrderBy(x => x.Delivered).Take(BatchSize).ExecuteDeleteAsync(stoppingToken);
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
