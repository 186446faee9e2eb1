using MassTransit;

namespace EcommerceBot.Tools.Calls;

/// <summary>The time one call has in all. Each question to another module may use only what is left, so that a call of many questions ends before its asker gives up.</summary>
internal sealed class Patience(TimeProvider time, TimeSpan whole)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(6);

    private readonly long _started = time.GetTimestamp();

    public TimeSpan Left => whole - time.GetElapsedTime(_started);

    /// <summary>What is left, as the bus wants it: at least a millisecond, since zero would mean its own default.</summary>
    public RequestTimeout Rest => RequestTimeout.After(ms: Math.Max(1, (int)Left.TotalMilliseconds));

    /// <summary>At most that much of what is left.</summary>
    public RequestTimeout UpTo(TimeSpan wanted) => wanted < Left ? RequestTimeout.After(ms: (int)wanted.TotalMilliseconds) : Rest;

    /// <param name="time">The clock.</param>
    /// <param name="askedUntil">When the asker stops waiting, UTC; null where nobody said.</param>
    public static Patience Until(TimeProvider time, DateTime? askedUntil)
    {
        if (askedUntil is not { } instant)
            return new Patience(time, Longest);
        // A quarter is for the way back: the asker should hear a refusal, not silence.
        var whole = (instant.ToUniversalTime() - time.GetUtcNow().UtcDateTime) * 0.75;
        return new Patience(time, whole < Longest ? whole : Longest);
    }
}
