using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Conversations.Turns;
using EcommerceBot.Outbox;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Handoff;

/// <summary>Lets the bot speak again. Messages that waited behind a failed turn are answered now, in their order.</summary>
internal sealed class HandBackConversationConsumer(ConversationsDbContext db) : IConsumer<HandBackConversation>
{
    public async Task Consume(ConsumeContext<HandBackConversation> context)
    {
        var (id, cancellationToken) = (context.Message.ConversationId, context.CancellationToken);
        var opened = await db.Conversations.Where(x => x.Id == id && x.State != ConversationState.Open)
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, ConversationState.Open), cancellationToken);
        if (opened == 0)
            return;
        // The failed turn would fail again; a person has answered what it could not.
        var failed = db.Turns.Where(x => x.ConversationId == id && x.State == TurnState.Failed).Select(x => (Guid?)x.Id);
        await db.Inbound.Where(x => x.ConversationId == id && x.State == InboundState.Pending && failed.Contains(x.TurnId))
            .ExecuteUpdateAsync(set => set.SetProperty(x => x.State, InboundState.Done).SetProperty(x => x.Reason, "with_person"), cancellationToken);
        await context.SendCommandAsync(new RunTurn { ConversationId = id }, cancellationToken);
    }
}
