namespace EcommerceBot.Conversations.Contracts.Commands;

/// <summary>
/// Sent by the admin API: a person is through with this conversation, and the bot answers again what comes from now on. What led to the hand-over, or
/// made the turn fail, is taken as dealt with.
/// </summary>
public sealed record HandBackConversation
{
    public required Guid ConversationId { get; init; }
}
