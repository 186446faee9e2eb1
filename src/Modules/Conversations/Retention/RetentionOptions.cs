using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Retention;

/// <summary>How long rows are kept once nothing more is to be done with them.</summary>
internal sealed class RetentionOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Conversations:Retention";

    /// <summary>
    /// Inbound messages and news of the shop. Their keys are what makes a repeated webhook harmless, and Meta repeats one for up to seven days: hence at
    /// least 9 days. Default 30 days.
    /// </summary>
    [Range(typeof(TimeSpan), "9.00:00:00", "3650.00:00:00")]
    public TimeSpan Inbound { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Replies that were sent or failed; each conversation's last one stays, since the next is numbered after it. 1 to 3650 days, default 30.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Outbound { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Finished turns with their journals of tool calls. 1 to 3650 days, default 30.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Turns { get; set; } = TimeSpan.FromDays(30);

    /// <summary>Delivery statuses; repeated for up to seven days as well, hence at least 9 days. Default 14 days.</summary>
    [Range(typeof(TimeSpan), "9.00:00:00", "3650.00:00:00")]
    public TimeSpan Statuses { get; set; } = TimeSpan.FromDays(14);

    /// <summary>Web chat sessions in which nothing was written; their page then begins anew. 1 to 3650 days, default 90.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan WebChatSessions { get; set; } = TimeSpan.FromDays(90);

    /// <summary>Rows deleted in one transaction, so that nobody waits long for it. Default 500.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; set; } = 500;

    /// <summary>How often old rows are looked for. 1 minute to 1 day, default 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromMinutes(15);
}
