using EcommerceBot.Conversations.Agent;
using EcommerceBot.Conversations.Identities;
using EcommerceBot.Conversations.Inbound;

namespace EcommerceBot.Conversations.Turns;

/// <summary>A turn with all that it needs to be run, read while its lease was held.</summary>
internal sealed record FrozenTurn(Turn Turn, Conversation Conversation, IReadOnlyList<InboundRow> Rows, IReadOnlyList<ToolCall> Journal)
{
    public AgentTurn ForAgent(ShopOptions shop) => new()
    {
        Messages = [.. Rows.Select(ContentOf)],
        Memory = Conversation.Memory,
        ShopName = shop.Name,
        Currency = shop.Currency,
        CustomerName = Conversation.DisplayName,
    };

    private static InboundContent ContentOf(InboundRow row) =>
        ContentJson.Read(row.Content ?? throw new InvalidOperationException($"Inbound row {row.Sequence} is pending without content."));
}
