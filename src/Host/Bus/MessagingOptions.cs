using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host.Bus;

/// <summary>How much of the bus's work is done at once, and when the broker gives a message up.</summary>
internal sealed class MessagingOptions
{
    /// <summary>Configuration section.</summary>
    public const string SectionName = "Messaging";

    /// <summary>Messages each queue handles at once in this process; <c>WORKERS</c> sets it. Default 8.</summary>
    [Range(1, 256)]
    public int Workers { get; set; } = 8;

    /// <summary>Another limit for single queues, by queue name: <c>Messaging__Lanes__conversations-send-messages=16</c>. Bounds as for <see cref="Workers"/>.</summary>
    public Dictionary<string, int> Lanes { get; } = [];

    /// <summary>Messages RabbitMQ hands to a queue's consumer in advance, beyond those being handled. Default 24.</summary>
    [Range(0, 1000)]
    public int Prefetch { get; set; } = 24;

    /// <summary>
    /// Deliveries after which RabbitMQ moves a message to <c>&lt;queue&gt;_dead</c>: only processes that died with it count, since retries happen inside one
    /// delivery. Default 20.
    /// </summary>
    [Range(2, 1000)]
    public int DeliveryLimit { get; set; } = 20;

    /// <summary>How long a stop waits for what is being handled; the orchestrator's grace period must be longer. Default 20 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the process answers "not ready" before it stops taking work, so that a load balancer has time to notice. Default 0 s; 5 s behind one.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan DrainDelay { get; set; } = TimeSpan.Zero;

    /// <summary>The limit of one queue.</summary>
    public int LimitOf(string queue) => Lanes.GetValueOrDefault(queue, Workers);
}
