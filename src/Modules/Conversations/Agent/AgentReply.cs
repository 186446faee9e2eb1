using EcommerceBot.Conversations.Outbound;

namespace EcommerceBot.Conversations.Agent;

/// <summary>What an agent wants said and remembered.</summary>
internal sealed record AgentReply
{
    /// <summary>In the order they are to be sent; empty means silence.</summary>
    public required IReadOnlyList<OutgoingMessage> Messages { get; init; }

    /// <summary>Given back as <see cref="AgentTurn.Memory"/> in the next turn; at most 16 KB.</summary>
    public string? Memory { get; init; }

    /// <summary>True when the shopper asked for a person: the bot is silent from the next turn on.</summary>
    public bool HandOff { get; init; }
}
