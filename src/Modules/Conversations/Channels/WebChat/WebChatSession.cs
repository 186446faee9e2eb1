namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>A page that talks with us.</summary>
internal sealed class WebChatSession
{
    /// <summary>SHA-256 of its token in hex: who reads the table can speak for nobody.</summary>
    public required string Id { get; set; }
    public required DateTimeOffset CreatedAt { get; set; }
}
