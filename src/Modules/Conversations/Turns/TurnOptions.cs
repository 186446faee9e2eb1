using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Conversations.Turns;

/// <summary>How long a turn may think and how often it may fail.</summary>
internal sealed class TurnOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Conversations:Turns";

    /// <summary>An agent that has not answered by then is stopped and the turn is tried again. Default 45 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan AgentTimeout { get; set; } = TimeSpan.FromSeconds(45);

    /// <summary>How long one question to a tool may take; it is asked twice. Default 8 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.100", "00:01:00")]
    public TimeSpan ToolTimeout { get; set; } = TimeSpan.FromSeconds(8);

    /// <summary>Calls a second that the slowest tool answers in one replica, as measured by the operator; <see cref="TurnLimits"/> weighs it. Default 20.</summary>
    [Range(0.1, 100_000)]
    public double SlowestToolRate { get; set; } = 20;

    /// <summary>
    /// How long a turn whose tool does not answer is run again, with the same keys and uncounted, before the shopper is asked to try again. Default 10 min:
    /// a broker or database that restarts must not cost an acknowledged message its effect.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "01:00:00")]
    public TimeSpan UnansweredPatience { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Attempts before the conversation is parked for a person. Default 5.</summary>
    [Range(1, 20)]
    public int MaxAttempts { get; set; } = 5;

    /// <summary>Pause after the first failure; each further one doubles it. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:05:00")]
    public TimeSpan RetryPause { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Messages answered together at most. Default 20.</summary>
    [Range(1, 200)]
    public int MaxMessages { get; set; } = 20;
}
