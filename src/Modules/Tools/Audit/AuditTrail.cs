using System.Threading.Channels;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Tools.Audit;

/// <summary>Keeps every call, many in one insert: a row of its own for each would cost a search more than the search. A store that is down is told in the log and stops no call.</summary>
internal sealed partial class AuditTrail(IServiceScopeFactory scopes, IOptions<AuditOptions> options, TimeProvider time, ILogger<AuditTrail> logger) : BackgroundService
{
    private const int Waiting = 10_000;
    private const int Together = 200;
    private static readonly TimeSpan Cleaning = TimeSpan.FromHours(1);

    private readonly Channel<AuditedCall> _calls = Channel.CreateBounded<AuditedCall>(new BoundedChannelOptions(Waiting) { SingleReader = true });
    private long _cleaned;

    public void Add(ToolCall call, string tool, string outcome, TimeSpan elapsed, string argumentForm)
    {
        var audited = new AuditedCall
        {
            At = time.GetUtcNow(),
            OwnerId = call.OwnerId,
            Via = call.FromOutside ? "mcp" : "agent",
            Tool = tool,
            Outcome = outcome,
            DurationMs = (int)Math.Min(elapsed.TotalMilliseconds, int.MaxValue),
            ArgumentForm = argumentForm,
        };
        if (!_calls.Writer.TryWrite(audited))
            LogLost(logger, 1, null);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        // What is waiting is written before the program ends.
        _calls.Writer.TryComplete();
        if (ExecuteTask is { } running)
            await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await base.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (await _calls.Reader.WaitToReadAsync(CancellationToken.None))
        {
            var batch = new List<AuditedCall>();
            while (batch.Count < Together && _calls.Reader.TryRead(out var call))
                batch.Add(call);
            try
            {
                await WriteAsync(batch);
            }
            catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException or InvalidOperationException or TimeoutException)
            {
                LogLost(logger, batch.Count, exception);
            }
        }
    }

    private async Task WriteAsync(List<AuditedCall> batch)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ToolsDbContext>();
        db.AddRange(batch);
        await db.SaveChangesAsync();
        if (_cleaned != 0 && time.GetElapsedTime(_cleaned) < Cleaning)
            return;
        _cleaned = time.GetTimestamp();
        var end = time.GetUtcNow() - options.Value.Retention;
        await db.AuditedCalls.Where(call => call.At < end).ExecuteDeleteAsync();
    }

    [LoggerMessage(Level = LogLevel.Error, EventName = "AuditLost", Message = "{Count} tool calls could not be written to the audit trail")]
    private static partial void LogLost(ILogger logger, int count, Exception? exception);
}
