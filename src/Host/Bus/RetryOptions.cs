using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Bus;

/// <summary>How a failing command or event is tried again. A request is only tried for as long as its asker waits, whatever stands here.</summary>
internal sealed class RetryOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Messaging:Retry";

    /// <summary>Tries without a pause, which cure a lost race. Default 2.</summary>
    [Range(0, 10)]
    public int Immediate { get; set; } = 2;

    /// <summary>Tries after that, with jittered pauses that grow from 100 ms to 5 s. Default 5.</summary>
    [Range(1, 20)]
    public int Paused { get; set; } = 5;

    /// <summary>Tries that hold the message while the store or the broker is away, with pauses up to 10 s. Default 90, a quarter of an hour; more than 170 would outlast RabbitMQ's half hour for one delivery.</summary>
    [Range(1, 170)]
    public int WhileAway { get; set; } = 90;

    /// <summary>Redeliveries from a row, all of the above each time. Default 5.</summary>
    [Range(1, 20)]
    public int Redeliveries { get; set; } = 5;

    /// <summary>Pause before the first redelivery; it doubles, up to 60 times as long. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:30:00")]
    public TimeSpan RedeliveryPause { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a queue rests once most of its messages fail because the store or the broker is away. Default 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:30:00")]
    public TimeSpan SwitchRestart { get; set; } = TimeSpan.FromMinutes(1);
}
