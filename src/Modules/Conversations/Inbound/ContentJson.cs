using System.Text.Json;
using EcommerceBot.Conversations.Agent;

namespace EcommerceBot.Conversations.Inbound;

/// <summary>What the agent will be given, as a row keeps it.</summary>
internal static class ContentJson
{
    /// <summary>Card numbers are masked before anything is stored.</summary>
    public static string Write(InboundContent content) => JsonSerializer.Serialize(Masked(content), JsonSerializerOptions.Web);

    public static InboundContent Read(string content) => JsonSerializer.Deserialize<InboundContent>(content, JsonSerializerOptions.Web)
        ?? throw new JsonException("The stored content is null.");

    private static InboundContent Masked(InboundContent content) => content switch
    {
        TextContent text => text with { Text = CardNumbers.Mask(text.Text) },
        ActionContent action => action with { Title = CardNumbers.Mask(action.Title) },
        _ => content,
    };
}
