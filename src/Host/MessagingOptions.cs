using System.ComponentModel.DataAnnotations;

namespace EcommerceBot.Host;

/// <summary>How much the bus takes at once.</summary>
internal sealed class MessagingOptions
{
    public const string SectionName = "Messaging";

    /// <summary>Where the broker puts a message that was delivered <see cref="DeliveryLimit"/> times without an answer.</summary>
    public const string DeadLetterQueue = "dead-letter";

    /// <summary>Messages in work at once, per queue. Also set by <c>WORKERS</c>. Default 8.</summary>
    [Range(1, 256)]
    public int Workers { get; set; } = 8;

    /// <summary>Messages the broker sends ahead, per queue. Default 32; a larger one makes stopping slower, since what was fetched is finished.</summary>
    [Range(1, 1024)]
    public ushort Prefetch { get; set; } = 32;

    /// <summary>Deliveries by the broker before it gives up; our own retries do not count. Default 20.</summary>
    [Range(2, 1000)]
    public int DeliveryLimit { get; set; } = 20;
}
