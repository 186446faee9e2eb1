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
/// Hands committed messages to the in-memory transport. What that transport has accepted dies with the process, so rows are not deleted
/// when sent but kept for <see cref="OutboxOptions.RelayRetention"/>; a new process starts from the first row again, and the inbox makes
/// the repetition harmless. One process owns the embedded store, and SQLite has one writer, so sequence order is commit order and a single
/// high-water mark says what has been relayed: an ordinary message costs the relay no write at all.
/// </summary>
internal sealed partial class EmbeddedRelay(
    IServiceScopeFactory scopes, IBusControl bus, OutboxSender sender, RelaySignal signal, IOptions<OutboxOptions> options, TimeProvider time, ILogger<EmbeddedRelay> logger)
    : BackgroundService
{
    private readonly RelayedRows _relayed = new(options.Value.RelayRetention);
    private long _mark;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
        await RunAsync(ForgetRepliesAsync, stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var more = await RunAsync(RelayBatchAsync, stoppingToken);
            if (!more)
                await signal.WaitAsync(options.Value.PollInterval, time, stoppingToken);
        }
    }

    /// <summary>A failing store must not end the relay: the rows stay, the next poll tries again.</summary>
    private async Task<bool> RunAsync(Func<MessagingDbContext, CancellationToken, Task<bool>> step, CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            return await step(scope.ServiceProvider.GetRequiredService<MessagingDbContext>(), stoppingToken);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogStoreFailed(logger, exception);
            return false;
        }
    }

    /// <summary>Whoever asked is gone with the last process.</summary>
    private static async Task<bool> ForgetRepliesAsync(MessagingDbContext db, CancellationToken stoppingToken) =>
        await db.OutboxMessages.Where(x => x.RequestId != null && x.ResponseAddress == null).ExecuteDeleteAsync(stoppingToken) > 0;

    private async Task<bool> RelayBatchAsync(MessagingDbContext db, CancellationToken stoppingToken)
    {
        var batch = await RelayBatch.LoadAsync(db, _mark, options.Value.BatchSize, time.GetUtcNow().UtcDateTime, stoppingToken);
        var failures = await sender.SendInOrderAsync(batch.Messages, stoppingToken);
        await batch.SettleAsync(db, failures, _relayed, options.Value.MaxAttempts, stoppingToken);
        _mark = Math.Max(_mark, batch.Mark);
        return batch.IsFull;
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "OutboxStoreFailed", Message = "The relay could not reach the outbox tables; it will try again")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception);
}
