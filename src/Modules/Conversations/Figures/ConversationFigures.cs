using System.Diagnostics.Metrics;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Outbox.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Figures;

/// <summary>
/// Sessions and waiting messages for <c>/metrics</c>: read from the store now and then, so that they are true after a restart and the same on every replica.
/// A scrape only ever reads what was last found; figures that have become old are not shown at all.
/// </summary>
internal sealed partial class ConversationFigures : BackgroundService
{
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _time;
    private readonly TimeSpan _every;
    private readonly ILogger<ConversationFigures> _logger;
    private volatile SessionFigures? _latest;

    public ConversationFigures(IServiceScopeFactory scopes, IMeterFactory meters, TimeProvider time, IOptions<StorageOptions> options, ILogger<ConversationFigures> logger)
    {
        (_scopes, _time, _every, _logger) = (scopes, time, options.Value.FiguresEvery, logger);
        var meter = meters.Create("EcommerceBot");
        Gauge("ecommercebot.sessions.active", "{session}", "Conversations in which the shopper wrote within 15 minutes; the same on every replica", x => x.Active);
        Gauge("ecommercebot.session.messages", "{message}", "Messages of shoppers in each conversation of the last 60 minutes, on average", x => x.MessagesPerSession);
        Gauge("ecommercebot.conversations.with_person", "{conversation}", "Conversations that a person has, or that wait for one", x => x.WithPerson);
        Gauge("ecommercebot.inbound.pending", "{message}", "Stored messages that wait for their turn; the same on every replica", x => x.Pending);
        Gauge("ecommercebot.inbound.oldest", "s", "Age of the oldest message that waits for its turn, 0 when none does", x => x.OldestInbound.TotalSeconds);
        Gauge("ecommercebot.outbound.pending", "{message}", "Replies that wait to be sent; the same on every replica", x => x.Unsent);
        Gauge("ecommercebot.outbound.oldest", "s", "Age of the oldest reply that waits to be sent, 0 when none does", x => x.OldestUnsent.TotalSeconds);

        void Gauge(string name, string unit, string description, Func<SessionFigures, double> value) =>
            meter.CreateObservableGauge(name, () => Show(value), unit, description);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(_every, _time);
        do
        {
            try
            {
                await using var scope = _scopes.CreateAsyncScope();
                _latest = await SessionFigures.ReadAsync(scope.ServiceProvider.GetRequiredService<ConversationsDbContext>(), _time.GetUtcNow(), stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(_logger, exception);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private IEnumerable<Measurement<double>> Show(Func<SessionFigures, double> value) =>
        _latest is { } figures && _time.GetUtcNow() - figures.At < _every * 4 ? [new(value(figures))] : [];

    [LoggerMessage(Level = LogLevel.Warning, EventName = "ConversationFiguresFailed", Message = "The conversations' figures could not be read from the store; /metrics goes without them until they can")]
    private static partial void LogFailed(ILogger logger, Exception exception);
}
