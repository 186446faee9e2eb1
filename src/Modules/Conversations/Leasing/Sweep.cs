using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Leasing;

/// <summary>
/// Wakes what is pending without a live lease: a wake-up that was lost, a worker that died, a pause that is over. At start, at once.
/// </summary>
internal sealed partial class Sweep(
    IServiceScopeFactory scopes, Leases leases, TimeProvider time, IOptions<LeaseOptions> options, ILogger<Sweep> logger) : BackgroundService
{
    /// <summary>Hosted services start one after another, and the bus after its modules: no worker holds a lease yet.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await leases.ForgetTheDeadAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepInterval, time);
        var age = TimeSpan.Zero;
        do
        {
            try
            {
                await WakeAsync(age, stoppingToken);
                age = options.Value.SweepAge;
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                LogFailed(logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeAsync(TimeSpan age, CancellationToken cancellationToken)
    {
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<WaitingTurns>().WakeAsync(age, cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<WaitingReplies>().WakeAsync(age, cancellationToken);
        await using (var scope = scopes.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<WaitingStatuses>().WakeAsync(age, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "SweepFailed",
        Message = "The sweep for waiting conversations failed; it runs again in a moment")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
