using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Failures;
using EcommerceBot.Outbox.Tables;
using EcommerceBot.Outbox.Watching;
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
    IServiceScopeFactory scopes, IBusControl bus, OutboxSender sender, RelaySignal signal, RelayMark mark, BeingStored beingStored, IOptions<OutboxOptions> options, TimeProvider time, ILogger<EmbeddedRelay> logger)
    : BackgroundService, IHostedLifecycleService
{
    private readonly RelayedRows _relayed = new(options.Value.RelayRetention, beingStored);

    /// <summary>Before the bus starts: no message of this process exists yet, so every row found here is the last one's.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        await RelayBatch.TakeOverAsync(scope.ServiceProvider.GetRequiredService<MessagingDbContext>(), cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await bus.WaitForHealthStatus(BusHealthStatus.Healthy, stoppingToken);
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

    private async Task<bool> RelayBatchAsync(MessagingDbContext db, CancellationToken stoppingToken)
    {
        var batch = await RelayBatch.LoadAsync(db, mark.SequenceNumber, options.Value.BatchSize, time.GetUtcNow().UtcDateTime, stoppingToken);
        var failures = await sender.SendInOrderAsync(batch.Messages, stoppingToken);
        await batch.SettleAsync(db, failures, _relayed, options.Value.MaxAttempts, stoppingToken);
        mark.SequenceNumber = Math.Max(mark.SequenceNumber, batch.Mark);
        return batch.IsFull;
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "OutboxStoreFailed", Message = "The relay could not reach the outbox tables; it will try again")]
    private static partial void LogStoreFailed(ILogger logger, Exception exception);
}
