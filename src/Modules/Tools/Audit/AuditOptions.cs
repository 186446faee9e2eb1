using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Tools.Audit;

/// <summary>How long it is kept who called what.</summary>
internal sealed class AuditOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tools:Audit";

    /// <summary>Calls older than this are deleted. Default 90 days.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "3650.00:00:00")]
    public TimeSpan Retention { get; set; } = TimeSpan.FromDays(90);
}
