using System.Diagnostics;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>Numbers messages and notes when each left and landed. One measurement at a time; what is late from an earlier one is not counted.</summary>
internal sealed class Tower
{
    private const int Most = 500_000;

    private long[] _left = [];
    private long[] _landed = [];
    private long _first;
    private long _next;
    private int _arrived;
    private long _lastArrival;

    public int Arrived => Volatile.Read(ref _arrived);

    public long Next() => Interlocked.Increment(ref _next) - 1;

    public void Begin()
    {
        (_left, _landed) = (new long[Most], new long[Most]);
        Volatile.Write(ref _arrived, 0);
        _first = _next;
    }

    public void Left(long number) => _left[number - _first] = Stopwatch.GetTimestamp();

    public void Landed(long number)
    {
        var slot = number - _first;
        if (slot < 0 || Interlocked.CompareExchange(ref _landed[slot], Stopwatch.GetTimestamp(), 0) != 0)
            return;
        Volatile.Write(ref _lastArrival, Stopwatch.GetTimestamp());
        Interlocked.Increment(ref _arrived);
    }

    /// <summary>Until all have landed, at most a minute; the instant of the last one.</summary>
    public async Task<long> AllLandedAsync(int expected)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (Arrived < expected)
            await Task.Delay(2, timeout.Token);
        return Volatile.Read(ref _lastArrival);
    }

    /// <summary>From commit to the consumer's commit, in ms, in rising order.</summary>
    public double[] Latencies()
    {
        var latencies = new List<double>(Arrived);
        for (var slot = 0; slot < _next - _first; slot++)
            if (_left[slot] != 0 && _landed[slot] != 0)
                // A consumer may finish before the writer's own continuation runs.
                latencies.Add(Math.Max(0, Stopwatch.GetElapsedTime(_left[slot], _landed[slot]).TotalMilliseconds));
        latencies.Sort();
        return [.. latencies];
    }
}
