using StackExchange.Redis;

namespace EcommerceBot.Host.Limits;

/// <summary>Counts for all replicas. Redis may vanish at any time: then each process counts for itself until it is back.</summary>
internal sealed partial class RedisCounter(IConnectionMultiplexer redis, MemoryCounter fallback, ILogger<RedisCounter> logger) : IRequestCounter
{
    // One round trip, and no key without an end even when the process dies between the two.
    private const string Increment = "local n = redis.call('INCR', KEYS[1]) if n == 1 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) end return n";

    private int _away;

    public async Task<long> CountAsync(string key, long number, TimeSpan window)
    {
        try
        {
            if (redis.IsConnected)
            {
                var count = (long)await redis.GetDatabase().ScriptEvaluateAsync(Increment, [$"ecommercebot:rate:{key}:{number}"], [(long)window.TotalMilliseconds]);
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
        return await fallback.CountAsync(key, number, window);
    }

    [LoggerMessage(Level = LogLevel.Warning, EventName = "RedisAway", Message = "Redis does not answer; each process limits requests for itself until it is back")]
    private static partial void LogAway(ILogger logger);
}
