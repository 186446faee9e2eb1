using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Stock;

/// <summary>Looks for expired reservations as long as the Host runs.</summary>
internal sealed partial class ReservationSweep(
    IServiceScopeFactory scopes, IOptions<StockOptions> options, TimeProvider time, ILogger<ReservationSweep> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        do
        {
            await SweepAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>A failing store must not end the sweep: what is expired stays so, the next round tries again.</summary>
    private async Task SweepAsync(CancellationToken stoppingToken)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var freed = await scope.ServiceProvider.GetRequiredService<ExpiredReservations>().FreeAsync(stoppingToken);
            if (freed > 0)
                LogFreed(logger, freed);
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            LogFailed(logger, exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "ReservationsExpired", Message = "Freed {Reservations} expired reservations")]
    private static partial void LogFreed(ILogger logger, int reservations);

    [LoggerMessage(Level = LogLevel.Error, EventName = "ReservationSweepFailed", Message = "Could not look for expired reservations; the next round tries again")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
