using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Retention;

/// <summary>Deletes old rows now and then, batch after batch until none is left, with a breath between two.</summary>
internal sealed partial class RetentionSweep(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<RetentionOptions> options, ILogger<RetentionSweep> logger) : BackgroundService
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(100);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Interval, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await DeleteAllAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
    }

    private async Task DeleteAllAsync(CancellationToken cancellationToken)
    {
        var total = 0;
        while (await DeleteSomeAsync(cancellationToken) is > 0 and var some)
        {
            total += some;
            await Task.Delay(Breath, time, cancellationToken);
        }
        if (total > 0)
            LogDeleted(logger, total);
    }

    private async Task<int> DeleteSomeAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OldRows>().DeleteSomeAsync(cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "OldRowsDeleted", Message = "{Rows} rows of old conversations were deleted")]
    private static partial void LogDeleted(ILogger logger, int rows);

    [LoggerMessage(Level = LogLevel.Error, EventName = "RetentionFailed",
        Message = "Old rows of conversations could not be deleted; it is tried again at the next interval")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
