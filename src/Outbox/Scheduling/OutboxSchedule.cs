using MassTransit;
using MassTransit.Scheduling;

namespace EcommerceBot.Outbox.Scheduling;

/// <summary>Schedules by a delayed send, which the outbox turns into a row, and takes back by deleting that row.</summary>
internal sealed class OutboxSchedule(ISendEndpointProvider sends, Func<Guid, CancellationToken, Task> cancel) : IScheduleMessageProvider
{
    private readonly DelayedScheduleMessageProvider _delayed = new(sends);

    public Task<ScheduledMessage<T>> ScheduleSend<T>(Uri destinationAddress, DateTime scheduledTime, T message, IPipe<SendContext<T>> pipe, CancellationToken cancellationToken)
        where T : class => _delayed.ScheduleSend(destinationAddress, scheduledTime, message, pipe, cancellationToken);

    public Task CancelScheduledSend(Guid tokenId, CancellationToken cancellationToken) => cancel(tokenId, cancellationToken);

    public Task CancelScheduledSend(Uri destinationAddress, Guid tokenId, CancellationToken cancellationToken) => cancel(tokenId, cancellationToken);
}
