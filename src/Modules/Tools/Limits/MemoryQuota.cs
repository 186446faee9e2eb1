using System.Collections.Concurrent;

namespace EcommerceBot.Tools.Limits;

/// <summary>Counts in this process; only the current minute is kept.</summary>
internal sealed class MemoryQuota : IQuotaCounter
{
    private ConcurrentDictionary<string, long> _counts = [];
    private long _minute;

    public Task<long> CountAsync(string caller, long minute)
    {
        if (Interlocked.Exchange(ref _minute, minute) != minute)
            _counts = [];
        return Task.FromResult(_counts.AddOrUpdate(caller, 1, (_, count) => count + 1));
    }
}
