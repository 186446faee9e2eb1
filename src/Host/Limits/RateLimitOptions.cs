using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Limits;

/// <summary>How many requests one address may send. Counted in Redis across replicas where it is configured, else in this process.</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "RateLimits";

    /// <summary>The window the counts are for. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Requests of one address within the window, by the path they begin with; 0 means no limit. Webhooks have none: their senders sign, come from
    /// few addresses and repeat what is refused.
    /// </summary>
    public Dictionary<string, int> PerAddress { get; } = new()
    {
        ["/chat"] = 600,
        ["/mcp"] = 1200,
        ["/pay"] = 120,
        ["/api"] = 1200,
    };
}
