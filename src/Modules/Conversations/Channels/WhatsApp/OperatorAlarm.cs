using System.Collections.Concurrent;

namespace EcommerceBot.Conversations.Channels.WhatsApp;

/// <summary>Keeps one fault of the account, which meets every conversation, from paging the operator once for each.</summary>
internal sealed class OperatorAlarm(TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<int, DateTimeOffset> _rang = new();

    /// <summary>True the first time a code is met, and again when an hour has gone by.</summary>
    public bool Rings(int code)
    {
        var now = time.GetUtcNow();
        if (_rang.TryAdd(code, now))
            return true;
        return _rang.TryGetValue(code, out var last) && now - last >= Quiet && _rang.TryUpdate(code, now, last);
    }
}
