using EcommerceBot.Conversations.Contracts.Commands;
using EcommerceBot.Conversations.Outbound;
using EcommerceBot.Conversations.Persistence;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Conversations.Handoff;

/// <summary>Queues a person's words like any reply; the id stands where a turn's would, so a repeated command adds nothing.</summary>
internal sealed class ReplyAsPersonConsumer(ConversationsDbContext db, ReplyStore replies) : IConsumer<ReplyAsPerson>
{
    public async Task Consume(ConsumeContext<ReplyAsPerson> context)
    {
        var (reply, cancellationToken) = (context.Message, context.CancellationToken);
        if (await db.Outbound.AnyAsync(x => x.TurnId == reply.ReplyId, cancellationToken))
            return;
        var conversation = await db.Conversations.AsNoTracking().SingleOrDefaultAsync(x => x.Id == reply.ConversationId, cancellationToken);
        if (conversation is not null)
            await replies.StoreAsync(conversation, reply.ReplyId, [new OutgoingMessage { Type = "text", Text = reply.Text }], cancellationToken);
    }
}
