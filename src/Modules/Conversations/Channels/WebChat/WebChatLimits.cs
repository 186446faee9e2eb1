using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Conversations.Channels.WebChat;

/// <summary>Counts what pages ask for, by session and by address; only the current minute's counts and the open streams are kept.</summary>
internal sealed class WebChatLimits(TimeProvider time, IOptions<WebChatOptions> options)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, int> _streams = new(StringComparer.Ordinal);
    private ConcurrentDictionary<string, int> _counts = new(StringComparer.Ordinal);
    private long _minute;

    /// <summary>Null when it may; else how long to wait.</summary>
    public TimeSpan? WaitToOpen(HttpContext page) => WaitFor("open:" + AddressOf(page), options.Value.SessionsPerMinute);

    /// <summary>Null when it may; else how long to wait.</summary>
    public TimeSpan? WaitToPost(string session) => WaitFor("post:" + session, options.Value.MessagesPerMinute);

    /// <summary>A place for one more stream until disposed; null when all are taken.</summary>
    public IDisposable? TakeStream(HttpContext page, string session)
    {
        var (bySession, byAddress) = ("session:" + session, "address:" + AddressOf(page));
        if (!TryTake(bySession, options.Value.StreamsPerSession))
            return null;
        if (TryTake(byAddress, options.Value.StreamsPerAddress))
            return new Place(this, bySession, byAddress);
        Leave(bySession);
        return null;
    }

    /// <summary>429 with the seconds to wait.</summary>
    public static ProblemHttpResult Refuse(HttpContext page, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return TypedResults.Problem($"That is too much at once. Try again in {seconds} s.", statusCode: StatusCodes.Status429TooManyRequests);
    }

    private TimeSpan? WaitFor(string key, int most)
    {
        var minute = Math.DivRem(time.GetUtcNow().Ticks, Window.Ticks, out var elapsed);
        if (Interlocked.Exchange(ref _minute, minute) != minute)
            _counts = new(StringComparer.Ordinal);
        return _counts.AddOrUpdate(key, 1, (_, count) => count + 1) <= most ? null : Window - TimeSpan.FromTicks(elapsed);
    }

    private bool TryTake(string key, int most)
    {
        if (_streams.AddOrUpdate(key, 1, (_, count) => count + 1) <= most)
            return true;
        Leave(key);
        return false;
    }

    private void Leave(string key)
    {
        if (_streams.AddOrUpdate(key, 0, (_, count) => count - 1) <= 0)
            _streams.TryRemove(new KeyValuePair<string, int>(key, 0));
    }

    private static string AddressOf(HttpContext page) => page.Connection.RemoteIpAddress?.ToString() ?? "";

    private sealed class Place(WebChatLimits limits, string session, string address) : IDisposable
    {
        public void Dispose()
        {
            limits.Leave(session);
            limits.Leave(address);
        }
    }
}
