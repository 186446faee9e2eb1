namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>The present, moved on by as much as a test wants. Timers run as ever, so that the relay does not stand still.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    private long _ticks;

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ticks));
}
