using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Leasing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>
/// Answers a conversation turn after turn until nothing is pending, alone in it by its lease. No transaction is open while the agent
/// thinks.
/// </summary>
internal sealed partial class TurnRunner(
    IServiceScopeFactory scopes, Leases leases, TurnCues cues, Metrics metrics, TimeProvider time,
    IOptions<LeaseOptions> leaseOptions, IOptions<TurnOptions> options, IOptions<ShopOptions> shop, ILogger<TurnRunner> logger)
{
    public async Task RunAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        if (await leases.TakeAsync(conversationId, Lane.Turn, cancellationToken) is not { } lease)
            return;
        try
        {
            await using var heartbeat = new LeaseHeartbeat(leases, lease, leaseOptions.Value.Duration / 3, time, cancellationToken);
            await DrainAsync(lease, heartbeat.Token);
        }
        catch (LeaseLostException exception)
        {
            LogLost(logger, conversationId, exception);
        }
        catch (OperationCanceledException)
        {
            await leases.AbandonAsync(lease, null, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
        catch (Exception)
        {
            await leases.AbandonAsync(lease, null, CancellationToken.None);
            throw;
        }
    }

    private async Task DrainAsync(HeldLease lease, CancellationToken cancellationToken)
    {
        while (true)
        {
            var found = await InScopeAsync<TurnFreeze, TurnFreeze.Found>(freeze => freeze.FreezeAsync(lease, cancellationToken));
            if (found.Turn is null && await leases.ReleaseAsync(lease, found.WakeSeen, cancellationToken))
                return;
            if (found.Turn is not null && !await PlayAsync(lease, found.Turn, cancellationToken))
                return;
        }
    }

    /// <summary>False when the turn failed and the lease was given back for a later attempt.</summary>
    private async Task<bool> PlayAsync(HeldLease lease, FrozenTurn turn, CancellationToken cancellationToken)
    {
        // Attempts are counted as they begin: these all ended with their process.
        if (turn.Turn.Attempts > options.Value.MaxAttempts)
            return await FailAsync(lease, turn, new InvalidOperationException("Every attempt ended with its process."), cancellationToken);
        var started = time.GetTimestamp();
        metrics.Waited(time.GetUtcNow() - turn.Rows[0].ReceivedAt);
        using var span = Tracing.Step("turn");
        span?.SetTag("conversation.id", lease.ConversationId);
        await using var typing = cues.Typing(turn);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var agent = scope.ServiceProvider.GetRequiredService<IAgent>();
            var journal = ActivatorUtilities.CreateInstance<ToolJournal>(scope.ServiceProvider, lease, turn);
            using var timeout = new CancellationTokenSource(options.Value.AgentTimeout, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
            var reply = await agent.RunAsync(turn.ForAgent(shop.Value), journal, either.Token);
            var stored = await InScopeAsync<TurnCommit, int>(commit => commit.CommitAsync(lease, turn, reply, cancellationToken));
            metrics.TurnTook(time.GetElapsedTime(started), agent.GetType().Name);
            cues.Answered(turn, journal, stored);
            return true;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await InScopeAsync<TurnFailure, int>(failure => failure.ForgiveAsync(lease, turn, CancellationToken.None));
            throw;
        }
        catch (ToolUnansweredException exception)
        {
            // Nobody's fault that could be counted against the conversation: the shop is away, and comes back.
            LogUnanswered(logger, lease.ConversationId, exception);
            await InScopeAsync<TurnFailure, int>(failure => failure.ForgiveAsync(lease, turn, CancellationToken.None));
            await leases.AbandonAsync(lease, time.GetUtcNow() + options.Value.RetryPause, cancellationToken);
            return false;
        }
        catch (Exception exception) when (exception is not LeaseLostException)
        {
            return await FailAsync(lease, turn, exception, cancellationToken);
        }
    }

    private async Task<bool> FailAsync(HeldLease lease, FrozenTurn turn, Exception exception, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var failure = scope.ServiceProvider.GetRequiredService<TurnFailure>();
        if (failure.IsFinal(turn))
        {
            LogParked(logger, lease.ConversationId, turn.Turn.Attempts, exception);
            cues.Answered(turn, null, await failure.ParkAsync(lease, turn, cancellationToken));
            return true;
        }
        LogFailed(logger, lease.ConversationId, turn.Turn.Attempts, exception);
        await leases.AbandonAsync(lease, failure.NextAttempt(turn), cancellationToken);
        return false;
    }

    private async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "TurnLeaseLost",
        Message = "Another worker has taken over conversation {ConversationId}; this one wrote nothing")]
    private static partial void LogLost(ILogger logger, Guid conversationId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "TurnWaitsForTool",
        Message = "A turn in conversation {ConversationId} waits for a tool that gave no answer; it is run again in a moment")]
    private static partial void LogUnanswered(ILogger logger, Guid conversationId, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "TurnFailed",
        Message = "Attempt {Attempt} of a turn in conversation {ConversationId} failed; it will be tried again")]
    private static partial void LogFailed(ILogger logger, Guid conversationId, int attempt, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, EventName = "ConversationParked",
        Message = "A turn failed {Attempts} times; conversation {ConversationId} waits for a person")]
    private static partial void LogParked(ILogger logger, Guid conversationId, int attempts, Exception exception);
}
