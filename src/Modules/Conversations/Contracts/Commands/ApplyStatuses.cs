namespace EcommerceBot.Conversations.Contracts.Commands;

/// <summary>
/// Sent by Conversations to itself with every stored delivery status: this channel has statuses to apply. It carries no content; the rows
/// do.
/// </summary>
public sealed record ApplyStatuses
{
    /// <summary>Such as <c>whatsapp</c>.</summary>
    public required string Channel { get; init; }
}
