namespace EcommerceBot.Conversations.Contracts.Events;

/// <summary>
/// Published by Conversations: the shopper asked for a person; the bot is silent in this conversation until it is handed back.
/// </summary>
public sealed record ConversationHandedOff
{
    public required Guid ConversationId { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
}
