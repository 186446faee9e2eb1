using System.Diagnostics;
using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Identities;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>One update as a channel understood it: either something for the agent, or ignored with a reason.</summary>
internal sealed record InboundUpdate
{
    public required string Channel { get; init; }
    public required string Account { get; init; }
    public required string Kind { get; init; }
    public required string NaturalId { get; init; }

    /// <summary>Who wrote; null only for an ignored update.</summary>
    public string? Sender { get; init; }

    /// <summary>A second identifier of the same sender.</summary>
    public string? SenderAlias { get; init; }
    public string? DisplayName { get; init; }
    public InboundContent? Content { get; init; }
    public string? IgnoredReason { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public required byte[] Body { get; init; }

    /// <summary>The request that brought it: it is stored with other requests' updates, by a writer that belongs to none of them.</summary>
    public string? TraceParent { get; init; } = Activity.Current?.Id;

    /// <summary>Null for an ignored update.</summary>
    public Guid? ConversationId => Content is null || Sender is null ? null : Identities.ConversationId.Of(Channel, Account, Sender);
}
