namespace EcommerceBot.Conversations.Inbound;

/// <summary>Kinds of inbound rows that are ours; the others are the channels' own words.</summary>
internal static class InboundKinds
{
    /// <summary>A web chat message.</summary>
    public const string Message = "message";

    /// <summary>News of the shop for the shopper.</summary>
    public const string Notice = "notice";
}
