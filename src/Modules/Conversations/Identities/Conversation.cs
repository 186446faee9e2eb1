namespace EcommerceBot.Conversations.Identities;

/// <summary>Who answers in a conversation.</summary>
internal enum ConversationState
{
    Open,

    /// <summary>The shopper asked for a person: the bot is silent.</summary>
    WithPerson,

    /// <summary>A turn failed for good: later messages wait for a person.</summary>
    Parked,
}

/// <summary>One customer on one channel, and what the agent remembers of them.</summary>
internal sealed class Conversation
{
    /// <summary>Derived from the three below: see <see cref="ConversationId"/>.</summary>
    public required Guid Id { get; set; }
    public required string Channel { get; set; }
    public required string Account { get; set; }
    public required string ExternalId { get; set; }
    public required string OwnerId { get; set; }

    /// <summary>As the channel gives it: data from outside.</summary>
    public string? DisplayName { get; set; }
    public ConversationState State { get; set; }

    /// <summary>What the agent asked to be given back in the next turn.</summary>
    public string? Memory { get; set; }

    /// <summary>When we stored the customer's last message; a channel's reply window is counted from it.</summary>
    public required DateTimeOffset LastInboundAt { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
}
