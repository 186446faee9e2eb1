using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Outbox;

/// <summary>How captured messages are relayed and how long their traces are kept.</summary>
public sealed class OutboxOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Outbox";

    /// <summary>
    /// How often the relay looks for rows that no signal announced: those of a command run beside the Host, and schedules that have come due, which
    /// leave at most this much late. Default 500 ms.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "00:01:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Rows in one relay batch. Default 200.</summary>
    [Range(1, 1000)]
    public int BatchSize { get; set; } = 200;

    /// <summary>
    /// Embedded store: how long a relayed row is kept, to be relayed again should the process die with the message in its memory. Default 15 min.
    /// It must exceed the longest a message can wait in a queue of this process.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:10", "1.00:00:00")]
    public TimeSpan RelayRetention { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Tries before a row that cannot be sent is parked with its reason. Default 10, with back-off from 1 s to 5 min.</summary>
    [Range(1, 100)]
    public int MaxAttempts { get; set; } = 10;

    /// <summary>How long a handled message is remembered. Default 7 days; must exceed <see cref="RelayRetention"/> and every redelivery delay.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "90.00:00:00")]
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);
}
