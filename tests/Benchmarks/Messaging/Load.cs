using System.Diagnostics;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>What one measurement gave.</summary>
/// <param name="Committed">Transactions (or confirmed publishes) a second.</param>
/// <param name="Consumed">Messages a second, from the first commit to the last landing; 0 without messages.</param>
/// <param name="P50">From commit to the consumer's commit, ms.</param>
/// <param name="P99">The same, ms.</param>
internal sealed record Figures(double Committed, double Consumed, double P50, double P99);

/// <summary>Writers in a closed loop, or at a steady rate.</summary>
internal static class Load
{
    public static async Task<Figures> RunAsync(Tower tower, Func<long, Task> commit, int writers, TimeSpan duration, bool lands = true, double rate = 0)
    {
        tower.Begin();
        var start = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(() => WriteAsync(tower, commit, start, duration, writer, rate / writers))));
        var (committed, seconds) = (counts.Sum(), Stopwatch.GetElapsedTime(start).TotalSeconds);
        if (!lands)
            return new Figures(committed / seconds, 0, 0, 0);
        var last = await tower.AllLandedAsync(committed);
        var latencies = tower.Latencies();
        return new Figures(committed / seconds, committed / Stopwatch.GetElapsedTime(start, last).TotalSeconds, At(latencies, 0.5), At(latencies, 0.99));
    }

    private static async Task<int> WriteAsync(Tower tower, Func<long, Task> commit, long start, TimeSpan duration, int writer, double rate)
    {
        var count = 0;
        while (Stopwatch.GetElapsedTime(start) < duration)
        {
            // Spread over the interval, so that a steady rate is not a burst of all writers.
            if (rate > 0 && TimeSpan.FromSeconds((count + writer / 16.0) / rate) - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } early)
                await Task.Delay(early);
            var number = tower.Next();
            await commit(number);
            tower.Left(number);
            count++;
        }
        return count;
    }

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[(int)((sorted.Length - 1) * share)];
}
