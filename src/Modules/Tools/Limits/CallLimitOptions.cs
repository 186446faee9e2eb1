using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Tools.Limits;

/// <summary>How much one caller from outside, and all of them together, may ask of the tools.</summary>
internal sealed class CallLimitOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Tools:Limits";

    /// <summary>Requests of one key within a minute; 0 means no quota. Counted in Redis across replicas where it is configured, else in this process. Default 600.</summary>
    [Range(0, 1_000_000)]
    public int PerMinute { get; set; } = 600;

    /// <summary>Calls that run at once in this process; more wait. Also set by <c>MCP_CLIENT_POOL_SIZE</c>. Default 20.</summary>
    [Range(1, 1_000)]
    public int PoolSize { get; set; } = 20;

    /// <summary>Calls that wait for their turn; more are told to come back. Default 200.</summary>
    [Range(0, 10_000)]
    public int Waiting { get; set; } = 200;
}
