using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace EcommerceBot.Outbox.Relay;

/// <summary>
/// Calls the other replicas' relays when one has more than it can send at once. Only relays ring, at most every 50 ms and in their own
/// transaction: a NOTIFY in business transactions would make their commits wait for each other. It listens on a connection of its own, and a
/// lost one costs only speed, since every relay also polls.
/// </summary>
internal sealed partial class RelayBell(NpgsqlDataSource source, RelaySignal signal, TimeProvider time, ILogger<RelayBell> logger) : BackgroundService
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private DateTimeOffset _rung;

    public async Task RingAsync(MessagingDbContext db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (now - _rung < Quiet)
            return;
        _rung = now;
        await db.Database.ExecuteSqlRawAsync("NOTIFY ecommercebot_outbox", cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogDeaf(logger, exception);
                await Task.Delay(Pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await source.OpenConnectionAsync(stoppingToken);
        connection.Notification += (_, _) => signal.Wake();
        await using (var listen = new NpgsqlCommand("LISTEN ecommercebot_outbox", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
            await connection.WaitAsync(stoppingToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "RelayBellLost", Message = "The relay no longer hears the other replicas; it polls, and listens again in a moment")]
    private static partial void LogDeaf(ILogger logger, Exception exception);
}
