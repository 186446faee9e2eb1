using EcommerceBot.Conversations.Contracts.Commands;
using MassTransit;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>Sends what a conversation has to say, or tells the worker who is at it that there is more.</summary>
internal sealed class SendRepliesConsumer(ReplyLane lane) : IConsumer<SendReplies>
{
    public Task Consume(ConsumeContext<SendReplies> context) => lane.DrainAsync(context.Message.ConversationId, context.CancellationToken);
}
