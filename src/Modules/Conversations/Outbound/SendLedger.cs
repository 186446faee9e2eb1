using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>
/// Writes down how a send ended. A status that overtook the answer has moved the row already: then only what it lacks is added.
/// </summary>
internal sealed class SendLedger(
    ConversationsDbContext db, Leases leases, StatusLedger statuses, TimeProvider time, IOptions<OutboundOptions> options)
{
    public Task<bool> WriteAsync(
        HeldLease lease, OutboundDelivery delivery, SendOutcome outcome, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        // That it was sent is true whoever owns the lane; what to do about a failure is the owner's decision.
        if (outcome is not SendOutcome.Sent)
            await leases.HoldAsync(db, lease, cancellationToken);
        var row = await db.Outbound.SingleAsync(x => x.Id == delivery.RowId, cancellationToken);
        Apply(row, outcome, time.GetUtcNow(), options.Value);
        if (outcome is SendOutcome.Sent { ProviderId: { } providerId })
            await statuses.ApplyEarlyAsync(row, delivery.Conversation, providerId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }, cancellationToken);

    /// <summary>Pure but for the row itself.</summary>
    internal static void Apply(OutboundRow row, SendOutcome outcome, DateTimeOffset now, OutboundOptions options)
    {
        switch (outcome)
        {
            case SendOutcome.Sent sent:
                row.ProviderId = sent.ProviderId ?? row.ProviderId;
                row.SentAt ??= now;
                if (row.State < OutboundState.Sent)
                    row.State = OutboundState.Sent;
                break;
            case SendOutcome.Refused refused when row.State == OutboundState.Sending:
                var again = refused.RetryAt is not null && now - row.CreatedAt < options.GiveUpAfter;
                row.State = again ? OutboundState.Queued : OutboundState.Failed;
                row.NotBefore = again ? refused.RetryAt : null;
                row.Reason = refused.Reason;
                break;
            case SendOutcome.Unknown unknown when row.State == OutboundState.Sending:
                row.State = OutboundState.Unknown;
                row.UnknownSince = now;
                row.Reason = unknown.Reason;
                break;
        }
    }
}
