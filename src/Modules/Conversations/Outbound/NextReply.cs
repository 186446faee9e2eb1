using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>Takes a conversation's first unsettled reply for sending, unless it must still wait.</summary>
internal sealed class NextReply(ConversationsDbContext db, Leases leases, TimeProvider time, IOptions<OutboundOptions> options)
{
    /// <summary>What to send now, and the wake mark as it stood before that was read.</summary>
    internal sealed record Found(OutboundDelivery? Delivery, long WakeSeen);

    public Task<Found> TakeAsync(HeldLease lease, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        var wake = await leases.HoldAsync(db, lease, cancellationToken);
        while (true)
        {
            var row = await db.Outbound.Where(x => x.ConversationId == lease.ConversationId && x.State < OutboundState.Sent)
                .OrderBy(x => x.Sequence).FirstOrDefaultAsync(cancellationToken);
            if (row is null)
                return new Found(null, wake);
            var step = Step(row, time.GetUtcNow(), options.Value);
            await db.SaveChangesAsync(cancellationToken);
            if (step == NextStep.Wait)
                return new Found(null, wake);
            if (step == NextStep.Send)
                return new Found(await DeliveryAsync(row, cancellationToken), wake);
        }
    }, cancellationToken);

    internal enum NextStep
    {
        Send,
        Wait,

        /// <summary>This row is settled: look at the one behind it.</summary>
        PassOn,
    }

    /// <summary>Moves a row on. Pure but for the row itself.</summary>
    internal static NextStep Step(OutboundRow row, DateTimeOffset now, OutboundOptions options)
    {
        switch (row.State)
        {
            case OutboundState.Queued when row.NotBefore > now:
                return NextStep.Wait;
            case OutboundState.Queued:
                return Send(row);
            case OutboundState.Sending:
                // Only a worker that died leaves a row like this: the lease is ours.
                row.State = OutboundState.Unknown;
                row.UnknownSince = now;
                return NextStep.Wait;
            case OutboundState.Unknown when now < row.UnknownSince + options.UnknownGrace:
                return NextStep.Wait;
            case OutboundState.Unknown when !row.PossibleDuplicate:
                row.PossibleDuplicate = true;
                return Send(row);
            default:
                row.State = OutboundState.Failed;
                row.Reason = "outcome_unknown";
                return NextStep.PassOn;
        }
    }

    private static NextStep Send(OutboundRow row)
    {
        row.State = OutboundState.Sending;
        row.NotBefore = null;
        row.Attempts++;
        return NextStep.Send;
    }

    private async Task<OutboundDelivery> DeliveryAsync(OutboundRow row, CancellationToken cancellationToken)
    {
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(x => x.Id == row.ConversationId, cancellationToken);
        return new OutboundDelivery(row.Id, conversation, ReplyJson.Read(row.Message), row.Attempts);
    }
}
