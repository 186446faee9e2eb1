using System.Text.Json;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Agent.Rules;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Leasing;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Turns;

/// <summary>
/// What becomes of a turn that failed: tried again after a pause, and after its last attempt left to a person with one apology.
/// </summary>
internal sealed class TurnFailure(ConversationsDbContext db, Leases leases, ReplyStore replies, TimeProvider time, IOptions<TurnOptions> options)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(2);

    public bool IsFinal(FrozenTurn turn) => turn.Turn.Attempts >= options.Value.MaxAttempts;

    /// <summary>When the next attempt may begin.</summary>
    public DateTimeOffset NextAttempt(FrozenTurn turn)
    {
        var pause = options.Value.RetryPause * Math.Pow(2, turn.Turn.Attempts - 1);
        return time.GetUtcNow() + (pause < LongestPause ? pause : LongestPause);
    }

    /// <summary>The turn's rows stay pending, and later ones gather behind them, until a person opens the conversation again.</summary>
    /// <exception cref="LeaseLostException">Another owner has taken over.</exception>
    public Task<int> ParkAsync(HeldLease lease, FrozenTurn turn, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        await leases.HoldAsync(db, lease, cancellationToken);
        var now = time.GetUtcNow();
        await db.Turns.Where(x => x.Id == turn.Turn.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, TurnState.Failed).SetProperty(x => x.CompletedAt, now), cancellationToken);
        await db.Conversations.Where(x => x.Id == lease.ConversationId)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, ConversationState.Parked), cancellationToken);
        var stored = await replies.StoreAsync(turn.Conversation, turn.Turn.Id, [ApologyFor(turn)], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return stored;
    }, cancellationToken);

    /// <summary>An attempt cut off by a stopping host was nobody's fault.</summary>
    /// <exception cref="LeaseLostException">Another owner has taken over, and counts its own attempts.</exception>
    public Task<int> ForgiveAsync(HeldLease lease, FrozenTurn turn, CancellationToken cancellationToken) => db.WriteAsync(async () =>
    {
        await leases.HoldAsync(db, lease, cancellationToken);
        return await db.Turns.Where(x => x.Id == turn.Turn.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.Attempts, x => x.Attempts - 1), cancellationToken);
    }, cancellationToken);

    private static OutgoingMessage ApologyFor(FrozenTurn turn) => Apology.For(turn.Conversation.Memory, turn.Rows.Select(TextOf).OfType<string>());

    /// <summary>Null for what is no text, or cannot be read: that may be the very thing that failed.</summary>
    private static string? TextOf(InboundRow row)
    {
        try
        {
            return row.Content is { } content && ContentJson.Read(content) is TextContent text ? text.Text : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or NotSupportedException)
        {
            return null;
        }
    }
}
