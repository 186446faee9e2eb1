using System.Collections.Concurrent;

namespace EcommerceBot.Host.Limits;

/// <summary>Counts in this process; only the current window is kept.</summary>
internal sealed class MemoryCounter : IRequestCounter
{
    private ConcurrentDictionary<string, long> _counts = [];
    private long _number;

    public Task<long> CountAsync(string key, long number, TimeSpan window)
    {
        if (Interlocked.Exchange(ref _number, number) != number)
            _counts = [];
        return Task.FromResult(_counts.AddOrUpdate(key, 1, (_, count) => count + 1));
    }
}
