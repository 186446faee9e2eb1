namespace EcommerceBot.Conversations.Agent.Rules.Rendering;

/// <summary>The narrowest limits of all channels (WhatsApp's), so that a reply looks the same everywhere.</summary>
internal static class Limits
{
    public const int Buttons = 3;
    public const int Rows = 10;
    public const int ButtonTitle = 20;
    public const int RowTitle = 24;
    public const int RowDescription = 72;
    public const int InteractiveText = 1024;
    public const int PlainText = 4096;

    /// <summary>Of words that came from the shopper and are said back.</summary>
    public const int Echo = 60;
}
