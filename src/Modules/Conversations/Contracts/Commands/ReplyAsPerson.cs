namespace EcommerceBot.Conversations.Contracts.Commands;

/// <summary>Sent by the admin API: a person's words to the shopper, delivered behind all that was said before. Repeating it with the same id changes nothing.</summary>
public sealed record ReplyAsPerson
{
    /// <summary>Made by the caller; names this reply for good.</summary>
    public required Guid ReplyId { get; init; }
    public required Guid ConversationId { get; init; }

    /// <summary>1 to 4,000 characters.</summary>
    public required string Text { get; init; }
}
