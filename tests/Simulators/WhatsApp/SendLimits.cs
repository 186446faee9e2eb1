using System.Collections.Concurrent;

namespace EcommerceBot.Simulators.WhatsApp;

/// <summary>The platform's pace: the 24-hour window, the pair rate and the number's throughput.</summary>
internal sealed class SendLimits(WhatsAppSimulatorOptions options)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);
    private static readonly TimeSpan PairInterval = TimeSpan.FromSeconds(6);
    private const int PairBurst = 45;

    private readonly ConcurrentDictionary<string, DateTimeOffset> _lastHeard = new();
    private readonly Dictionary<string, DateTimeOffset> _pairPaidUntil = [];
    private readonly Queue<DateTimeOffset> _lastSecond = new();
    private readonly Lock _gate = new();

    public void Heard(string from)
    {
        _lastHeard[from] = options.Clock.GetUtcNow();
        CountsAgainstThroughput();
    }

    /// <summary>Whether this person wrote within the last 24 hours.</summary>
    public bool InWindow(string to) =>
        _lastHeard.TryGetValue(to, out var at) && options.Clock.GetUtcNow() - at < Window;

    /// <summary>The rate this send breaks, or null when it may pass; a refused send costs nothing.</summary>
    public CloudError? Refusal(string to)
    {
        if (options.LimitPairRate && !PaysForPair(to))
            return CloudError.Of(131056, "Too many messages to this person in a short time. Try again later.");

        return CountsAgainstThroughput() ? null : CloudError.Of(130429, "The number's messages per second are used up. Try again later.");
    }

    /// <summary>Each message borrows six seconds of the future; 45 may be borrowed at once.</summary>
    private bool PaysForPair(string to)
    {
        lock (_gate)
        {
            var now = options.Clock.GetUtcNow();
            var paidUntil = _pairPaidUntil.TryGetValue(to, out var until) && until > now ? until : now;
            if (paidUntil + PairInterval > now + PairInterval * PairBurst)
                return false;

            _pairPaidUntil[to] = paidUntil + PairInterval;
            return true;
        }
    }

    private bool CountsAgainstThroughput()
    {
        if (options.Throughput is not { } most)
            return true;

        lock (_gate)
        {
            var now = options.Clock.GetUtcNow();
            while (_lastSecond.TryPeek(out var oldest) && now - oldest >= TimeSpan.FromSeconds(1))
                _lastSecond.Dequeue();

            if (_lastSecond.Count >= most)
                return false;

            _lastSecond.Enqueue(now);
            return true;
        }
    }
}
