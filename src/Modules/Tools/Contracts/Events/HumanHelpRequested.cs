namespace EcommerceBot.Tools.Contracts.Events;

/// <summary>Published by Tools when a caller asked for a person; Conversations puts the customer's conversation into the people's queue.</summary>
public sealed record HumanHelpRequested
{
    public required string OwnerId { get; init; }

    /// <summary>Why, in the caller's words, at most 500 characters.</summary>
    public required string Reason { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
}
