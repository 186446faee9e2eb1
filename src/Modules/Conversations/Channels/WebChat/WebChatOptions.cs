using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>How much one page, and one address, may ask of a replica. Counted in this process, so that many replicas together allow more.</summary>
internal sealed class WebChatOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Channels:WebChat";

    /// <summary>Sessions that one address may open in a minute; offices share an address. 1 to 100,000, default 60.</summary>
    [Range(1, 100_000)]
    public int SessionsPerMinute { get; set; } = 60;

    /// <summary>Messages that one session may post in a minute. 1 to 100,000, default 60.</summary>
    [Range(1, 100_000)]
    public int MessagesPerMinute { get; set; } = 60;

    /// <summary>Event streams that one session may have open: its tabs. 1 to 1000, default 8.</summary>
    [Range(1, 1000)]
    public int StreamsPerSession { get; set; } = 8;

    /// <summary>Event streams that one address may have open. 1 to 100,000, default 200.</summary>
    [Range(1, 100_000)]
    public int StreamsPerAddress { get; set; } = 200;
}
