using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>
/// Group commit: while one transaction is on its way to the disk the next requests gather, and share the one after it. There is a single
/// writer, so that what this process has acknowledged first is also stored first.
/// </summary>
internal sealed partial class InboundWriter(
    InboundIntake intake, IServiceScopeFactory scopes, IOptions<IntakeOptions> options, ILogger<InboundWriter> logger) : BackgroundService
{
    private const int MostAttempts = 3;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A request that has been taken in is still answered while the host stops, hence no token below.
        await using var stopping = stoppingToken.Register(intake.Close);
        while (await intake.Waiting.WaitToReadAsync(CancellationToken.None))
        {
            var requests = new List<PendingBatch>();
            while (requests.Count < options.Value.BatchSize && intake.Waiting.TryRead(out var request))
                requests.Add(request);
            await StoreAsync(requests);
        }
    }

    private async Task StoreAsync(List<PendingBatch> requests)
    {
        try
        {
            await CommitAsync([.. requests.SelectMany(x => x.Updates)], requests);
            requests.ForEach(request => request.Committed.SetResult());
        }
        catch (Exception exception) when (requests.Count > 1 && IsDataError(exception))
        {
            // One request's data must not cost the others their commit.
            foreach (var request in requests)
                await StoreAsync([request]);
        }
        catch (Exception exception) when (IsDataError(exception))
        {
            await StoreRowByRowAsync(requests[0], exception);
        }
        catch (Exception exception)
        {
            LogUnavailable(logger, requests.Count, exception);
            requests.ForEach(request => request.Committed.SetException(new StoreUnavailableException(exception)));
        }
    }

    /// <summary>The row that the store refuses is kept as ignored: repeating it for seven days would not make it better.</summary>
    private async Task StoreRowByRowAsync(PendingBatch request, Exception cause)
    {
        LogRefused(logger, cause);
        try
        {
            foreach (var update in request.Updates)
            {
                try
                {
                    await CommitAsync([update], []);
                }
                catch (Exception exception) when (IsDataError(exception))
                {
                    await CommitAsync([InboundUpdates.Refused(update)], []);
                }
            }
            foreach (var status in request.Statuses)
                await CommitAsync([], [new PendingBatch([], [status])]);
            request.Committed.SetResult();
        }
        catch (Exception exception)
        {
            LogUnavailable(logger, 1, exception);
            request.Committed.SetException(new StoreUnavailableException(exception));
        }
    }

    private async Task CommitAsync(IReadOnlyList<InboundUpdate> updates, IReadOnlyList<PendingBatch> withStatuses)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await scope.ServiceProvider.GetRequiredService<InboundTransaction>().CommitAsync(
                    updates, [.. withStatuses.SelectMany(request => request.Statuses)], CancellationToken.None);
                return;
            }
            catch (Exception exception) when (attempt < MostAttempts && IsConflict(exception))
            {
                // Another replica was chosen to go first; nothing is wrong with the batch.
            }
        }
    }

    private static bool IsConflict(Exception exception) => exception.GetBaseException() is DbException { SqlState: "40001" or "40P01" };

    /// <summary>SQLite says so by its code (error, too big, constraint, mismatch), PostgreSQL by the classes 22 and 23.</summary>
    private static bool IsDataError(Exception exception) => exception.GetBaseException() switch
    {
        Microsoft.Data.Sqlite.SqliteException sqlite => sqlite.SqliteErrorCode is 1 or 18 or 19 or 20,
        DbException { SqlState: ['2', '2' or '3', ..] } => true,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Error, EventName = "IntakeUnavailable",
        Message = "The store did not take {Requests} requests; their senders were asked to repeat them")]
    private static partial void LogUnavailable(ILogger logger, int requests, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "IntakeRowRefused",
        Message = "The store refused the data of a request; it is stored row by row")]
    private static partial void LogRefused(ILogger logger, Exception exception);
}
