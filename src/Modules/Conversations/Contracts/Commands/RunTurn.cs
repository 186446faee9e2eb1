namespace EcommerceBot.Conversations.Contracts.Commands;

/// <summary>
/// Sent by Conversations to itself with every stored inbound message: this conversation has work. It carries no content; the rows do, so
/// that losing, doubling or reordering it harms nothing.
/// </summary>
public sealed record RunTurn
{
    public required Guid ConversationId { get; init; }
}
