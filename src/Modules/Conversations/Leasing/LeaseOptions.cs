using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Leasing;

/// <summary>How long a worker that has died keeps a conversation from the next.</summary>
internal sealed class LeaseOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Conversations:Leases";

    /// <summary>A lease lapses after this unless renewed. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "00:05:00")]
    public TimeSpan Duration { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often a sweep looks for work that no wake-up announces. Default 1 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>A lane that was woken by a sweep is not woken again before this. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:05:00")]
    public TimeSpan SweepPause { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Work younger than this is left to its own wake-up. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan SweepAge { get; set; } = TimeSpan.FromSeconds(2);
}
