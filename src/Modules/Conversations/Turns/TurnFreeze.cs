using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>Makes a turn of what is pending: the unfinished one of a worker that died, or a new one of the rows that wait.</summary>
internal sealed class TurnFreeze(ConversationsDbContext db, Leases leases, TimeProvider time, IOptions<TurnOptions> options)
{
    /// <summary>What there is to do, and the wake mark as it stood before that was read.</summary>
    internal sealed record Found(FrozenTurn? Turn, long WakeSeen);

    public Task<Found> FreezeAsync(HeldLease lease, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        var wake = await leases.HoldAsync(db, lease, cancellationToken);
        var conversation = await db.Conversations.AsNoTracking().SingleAsync(x => x.Id == lease.ConversationId, cancellationToken);
        if (conversation.State == ConversationState.Parked)
            return new Found(null, wake);
        if (conversation.State == ConversationState.WithPerson)
            await LeaveToPersonAsync(conversation.Id, cancellationToken);
        var turn = await db.Turns.SingleOrDefaultAsync(x => x.ConversationId == conversation.Id && x.State == TurnState.Running, cancellationToken)
            ?? await BeginAsync(conversation, cancellationToken);
        if (turn is null)
            return new Found(null, wake);
        turn.Attempts++;
        await db.SaveChangesAsync(cancellationToken);
        var rows = await db.Inbound.AsNoTracking().Where(x => x.TurnId == turn.Id).OrderBy(x => x.Sequence).ToListAsync(cancellationToken);
        var journal = await db.ToolCalls.AsNoTracking().Where(x => x.TurnId == turn.Id).OrderBy(x => x.Number).ToListAsync(cancellationToken);
        return new Found(new FrozenTurn(turn, conversation, rows, journal), wake);
    }, cancellationToken);

    private async Task<Turn?> BeginAsync(Conversation conversation, CancellationToken cancellationToken)
    {
        var (conversationId, newsOnly) = (conversation.Id, conversation.State == ConversationState.WithPerson);
        // Another message may have been committed since the rows were left to the person: it is the next round's.
        var sequences = await db.Inbound.Where(x => x.State == InboundState.Pending && x.ConversationId == conversationId && x.TurnId == null
                && (!newsOnly || x.Kind == InboundKinds.Notice))
            .OrderBy(x => x.Sequence).Select(x => x.Sequence).Take(options.Value.MaxMessages).ToListAsync(cancellationToken);
        if (sequences.Count == 0)
            return null;
        var turn = new Turn
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            ConversationId = conversationId,
            FirstSequence = sequences[0],
            LastSequence = sequences[^1],
            StartedAt = time.GetUtcNow(),
        };
        db.Turns.Add(turn);
        await db.Inbound.Where(x => sequences.Contains(x.Sequence))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.TurnId, turn.Id), cancellationToken);
        return turn;
    }

    /// <summary>
    /// What the shopper writes stays for the person to read; the bot is through with it, and with a turn that its worker left unfinished. News of the shop
    /// is still told: whoever pays while a person answers must hear of the order.
    /// </summary>
    private async Task LeaveToPersonAsync(Guid conversationId, CancellationToken cancellationToken)
    {
        var pending = db.Inbound.Where(x => x.ConversationId == conversationId && x.State == InboundState.Pending);
        if (await pending.Where(x => x.Kind != InboundKinds.Notice).ExecuteUpdateAsync(
            set => set.SetProperty(x => x.State, InboundState.Done).SetProperty(x => x.Reason, "with_person"), cancellationToken) == 0)
            return;
        await pending.ExecuteUpdateAsync(set => set.SetProperty(x => x.TurnId, (Guid?)null), cancellationToken);
        await db.Turns.Where(x => x.ConversationId == conversationId && x.State == TurnState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, TurnState.Failed), cancellationToken);
    }
}
