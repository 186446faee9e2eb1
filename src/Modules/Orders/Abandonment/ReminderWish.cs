namespace EcommerceBot.Orders.Abandonment;

/// <summary>What an owner last said about reminders; who never said anything wants them.</summary>
internal sealed class ReminderWish
{
    public required string OwnerId { get; init; }
    public bool IsWanted { get; set; }

    /// <summary>When it was said; of two wishes at once, one is decided again on what the other left.</summary>
    public DateTimeOffset At { get; set; }
}
