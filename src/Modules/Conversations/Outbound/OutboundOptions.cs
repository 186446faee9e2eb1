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

    /// <summary>
    /// How long a reply is tried again while the channel is away, asks to wait or refuses our account. Default 24 h, WhatsApp's reply window: counted in
    /// time and not in attempts, so that an outage of hours or an expired token costs no reply.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "7.00:00:00")]
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromHours(24);
}
