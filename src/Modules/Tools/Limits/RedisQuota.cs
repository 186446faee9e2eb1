using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace EcommerceBot.Tools.Limits;

/// <summary>Counts for all replicas. Redis may vanish at any time: then each process counts for itself until it is back.</summary>
internal sealed partial class RedisQuota(IConnectionMultiplexer redis, MemoryQuota fallback, ILogger<RedisQuota> logger) : IQuotaCounter
{
    // One round trip, and no key without an end even when the process dies between the two.
    private const string Increment = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('EXPIRE', KEYS[1], 120) end return n";

    private int _away;

    public async Task<long> CountAsync(string caller, long minute)
    {
        try
        {
            if (redis.IsConnected)
            {
                var count = (long)await redis.GetDatabase().ScriptEvaluateAsync(Increment, [$"ecommercebot:quota:{caller}:{minute}"]);
                _away = 0;
                return count;
            }
        }
        catch (Exception exception) when (exception is RedisException or TimeoutException)
        {
            // Counted below.
        }
        if (Interlocked.Exchange(ref _away, 1) == 0)
            LogAway(logger);
        return await fallback.CountAsync(caller, minute);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "QuotaRedisAway", Message = "Redis does not answer; each process counts the quotas of API keys for itself until it is back")]
    private static partial void LogAway(ILogger logger);
}
