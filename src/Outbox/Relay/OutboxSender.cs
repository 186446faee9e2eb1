using EcommerceBot.Outbox.Tables;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Serialization;
using Microsoft.Extensions.Logging;

namespace EcommerceBot.Outbox.Relay;

/// <summary>Sends stored messages under their own ids, headers and addresses.</summary>
internal sealed partial class OutboxSender(IBusControl bus, TimeProvider time, ILogger<OutboxSender> logger)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Starts the sends in order, all in flight together: they share one channel, so start order is wire order, and the size of the batch
    /// is the window of unconfirmed messages, which the client itself does not bound. Returns what failed, by sequence number.
    /// </summary>
    public async Task<Dictionary<long, Exception>> SendAllAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<long, Exception>();
        var sends = Unexpired(messages).Select(message => (message, SendAsync(message, cancellationToken))).ToList();
        foreach (var (message, send) in sends)
            await RecordAsync(message, send, failures, cancellationToken);
        return failures;
    }

    /// <summary>One after another, for a transport in this process, where a send costs no wait.</summary>
    public async Task<Dictionary<long, Exception>> SendInOrderAsync(List<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var failures = new Dictionary<long, Exception>();
        foreach (var message in Unexpired(messages))
            await RecordAsync(message, SendAsync(message, cancellationToken), failures, cancellationToken);
        return failures;
    }

    /// <summary>The broker was away, or did not confirm in time; the next round will tell.</summary>
    public static bool IsOutage(Exception exception) => exception is ConnectionException or OperationCanceledException;

    private IEnumerable<OutboxMessage> Unexpired(List<OutboxMessage> messages)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return messages.Where(message => !message.IsExpiredAt(now));
    }

    private async Task RecordAsync(OutboxMessage message, Task send, Dictionary<long, Exception> failures, CancellationToken cancellationToken)
    {
        try
        {
            await send;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failures.Add(message.SequenceNumber, exception);
            LogSendFailed(logger, message.MessageType, message.SequenceNumber, exception);
        }
    }

    private async Task SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var endpoint = await bus.GetSendEndpoint(message.DestinationAddress ?? throw new InvalidOperationException("The message has no destination address."));
        await endpoint.Send(new SerializedMessageBody(), new OutboxMessageSendPipe(message, message.DestinationAddress), limit.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "OutboxSendFailed", Message = "Could not relay {MessageType} (row {SequenceNumber}); it will be tried again")]
    private static partial void LogSendFailed(ILogger logger, string messageType, long sequenceNumber, Exception exception);
}
