using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Stripe;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>
/// Looks for events that no webhook brought, since Stripe gives up after three days and so may an outage of ours last. Two replicas doing it at
/// once do no harm: each event counts once.
/// </summary>
internal sealed partial class StripeCatchUp(
    StripeClient stripe, StripeDesk desk, IServiceScopeFactory scopes, IOptions<StripeOptions> options, TimeProvider time, ILogger<StripeCatchUp> logger) : BackgroundService
{
    // Events can be listed for 30 days; an event may be made a while before its neighbours arrive.
    private static readonly TimeSpan Farthest = TimeSpan.FromDays(29);
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(1);

    private static readonly List<string> Types =
    [
        EventTypes.CheckoutSessionCompleted, EventTypes.CheckoutSessionAsyncPaymentSucceeded, EventTypes.CheckoutSessionAsyncPaymentFailed, EventTypes.CheckoutSessionExpired,
        EventTypes.PaymentIntentPaymentFailed, EventTypes.ChargeRefunded, EventTypes.ChargeDisputeCreated, EventTypes.ChargeDisputeClosed,
    ];

    // How far back everything has been seen; a webhook that came meanwhile proves nothing about those before it.
    private DateTimeOffset? _seenUntil;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.CatchUpEvery, time);
        do
        {
            try
            {
                await RunOnceAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is StripeException or HttpRequestException or System.Data.Common.DbException or DbUpdateException)
            {
                LogFailure(exception.GetType().Name);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Everything since the last look that succeeded; after a start, since before the oldest checkout that may still be paid.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var since = (_seenUntil ?? await OldestOpenAsync(now, cancellationToken)) - Overlap;
        var events = new EventService(stripe).ListAutoPagingAsync(
            new EventListOptions { Created = new DateRangeOptions { GreaterThanOrEqual = since.UtcDateTime }, Types = Types, Limit = 100 }, cancellationToken: cancellationToken);
        await foreach (var stripeEvent in events)
            await desk.TakeAsync(stripeEvent, cancellationToken);
        _seenUntil = now;
    }

    private async Task<DateTimeOffset> OldestOpenAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OrdersDbContext>();
        var floor = now - Farthest;
        var oldest = await db.Payments.Where(x => x.Reference != null && x.Status == PaymentStatus.Open && x.ExpiresAt > floor)
            .OrderBy(x => x.ExpiresAt).Select(x => (DateTimeOffset?)x.ExpiresAt).FirstOrDefaultAsync(cancellationToken);
        return (oldest ?? now) - TimeSpan.FromDays(1);
    }

    [LoggerMessage(1, LogLevel.Warning, "Stripe's events could not be looked through ({Fault}); it is tried again.", EventName = "StripeCatchUpFailed")]
    private partial void LogFailure(string fault);
}
