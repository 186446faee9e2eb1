namespace EcommerceBot.Conversations.Contracts.Commands;

/// <summary>Sent by Conversations to itself with every stored reply: this conversation has outbound rows to send, in their order.</summary>
public sealed record SendReplies
{
    public required Guid ConversationId { get; init; }
}
