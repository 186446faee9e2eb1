using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Outbound;

/// <summary>How replies are tried again.</summary>
internal sealed class OutboundOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Conversations:Outbound";

    /// <summary>How long a send without an answer waits for the channel's echo before it is sent once more. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
    public TimeSpan UnknownGrace { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Calls to the channel for one message before it is given up. Default 12, which spans hours of a channel's outage.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 12;
}
