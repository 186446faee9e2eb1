using EcommerceBot.Conversations.Contracts.Events;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Persistence;
using EcommerceBot.Tools.Contracts.Events;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Handoff;

/// <summary>Silences the bot in the latest conversation of a customer for whom a person was asked.</summary>
internal sealed class QueueForPersonConsumer(ConversationsDbContext db) : IConsumer<HumanHelpRequested>
{
    public async Task Consume(ConsumeContext<HumanHelpRequested> context)
    {
        var request = context.Message;
        var conversation = await db.Conversations.Where(x => x.OwnerId == request.OwnerId)
            .OrderByDescending(x => x.LastInboundAt).FirstOrDefaultAsync(context.CancellationToken);
        if (conversation is null || conversation.State == ConversationState.WithPerson)
            return;
        conversation.State = ConversationState.WithPerson;
        var handedOff = new ConversationHandedOff { ConversationId = conversation.Id, RequestedAt = request.RequestedAt };
        await context.Publish(handedOff, context.CancellationToken);
    }
}
