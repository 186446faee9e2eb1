using System.Diagnostics;
using EcommerceBot.Conversations.Leasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// Sends a conversation's replies one after another, alone in its lane by its lease. A row that must wait makes those behind it wait.
/// </summary>
internal sealed partial class ReplyLane(
    IServiceScopeFactory scopes, Leases leases, ChannelSet channels, Metrics metrics, TimeProvider time,
    IOptions<LeaseOptions> options, ILogger<ReplyLane> logger)
{
    private const int StatusesPerSend = 5;

    private static readonly SendOutcome.Refused SwitchedOff = new("channel_off", null);

    public async Task DrainAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        if (await leases.TakeAsync(conversationId, Lane.Send, cancellationToken) is not { } lease)
            return;
        try
        {
            await using var heartbeat = new LeaseHeartbeat(leases, lease, options.Value.Duration / 3, time, cancellationToken);
            while (true)
            {
                var next = await InScopeAsync<NextReply, NextReply.Found>(replies => replies.TakeAsync(lease, heartbeat.Token));
                if (next.Delivery is not null)
                    await SendAsync(lease, next.Delivery, heartbeat.Token);
                else if (await leases.ReleaseAsync(lease, next.WakeSeen, heartbeat.Token))
                    return;
            }
        }
        catch (LeaseLostException exception)
        {
            LogLost(logger, conversationId, exception);
        }
        catch (Exception)
        {
            await leases.AbandonAsync(lease, null, CancellationToken.None);
            throw;
        }
    }

    private async Task SendAsync(HeldLease lease, OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        var channel = delivery.Conversation.Channel;
        using var span = Tracing.Step($"send {channel}", ActivityKind.Producer);
        var outcome = await CallAsync(delivery, cancellationToken);
        span?.SetTag("outcome", outcome.GetType().Name);
        metrics.Sent(channel, outcome.GetType().Name.ToLowerInvariant());
        LogEnded(logger, delivery.RowId, channel, outcome.GetType().Name, (outcome as SendOutcome.Refused)?.Reason ?? "");
        await WriteAsync(lease, delivery, outcome);
    }

    private async Task WriteAsync(HeldLease lease, OutboundDelivery delivery, SendOutcome outcome)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                // Written even when the host stops: what the channel has said must not be forgotten.
                await InScopeAsync<SendLedger, bool>(ledger => ledger.WriteAsync(lease, delivery, outcome, CancellationToken.None));
                return;
            }
            catch (DbUpdateConcurrencyException) when (tries < StatusesPerSend)
            {
                // A status moved the row between our reading and writing; there are only so many of them.
            }
        }
    }

    private async Task<SendOutcome> CallAsync(OutboundDelivery delivery, CancellationToken cancellationToken)
    {
        if (channels.Find(delivery.Conversation.Channel) is not { } channel)
            return SwitchedOff;
        try
        {
            return await channel.SendAsync(delivery, cancellationToken);
        }
        catch (Exception exception)
        {
            // The request may have left before this happened.
            LogThrew(logger, delivery.RowId, exception);
            return new SendOutcome.Unknown(exception.GetType().Name);
        }
    }

    private async Task<TResult> InScopeAsync<TService, TResult>(Func<TService, Task<TResult>> work) where TService : notnull
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "SendLeaseLost",
        Message = "Another worker has taken over the replies of conversation {ConversationId}")]
    private static partial void LogLost(ILogger logger, Guid conversationId, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, EventName = "ReplySent", Message = "Reply {RowId} on {Channel}: {Outcome} {Reason}")]
    private static partial void LogEnded(ILogger logger, Guid rowId, string channel, string outcome, string reason);

    [LoggerMessage(Level = LogLevel.Warning, EventName = "ReplyOutcomeUnknown",
        Message = "Nobody knows whether reply {RowId} reached the channel")]
    private static partial void LogThrew(ILogger logger, Guid rowId, Exception exception);
}
