using System.Diagnostics;

namespace EcommerceBot.Benchmarks.Searching;

/// <summary>Clients that ask one question after the other.</summary>
internal static class ClosedLoop
{
    /// <summary>Answers a second.</summary>
    public static async Task<double> RateAsync(Func<int, Task> ask, int clients, TimeSpan duration)
    {
        var (start, next) = (Stopwatch.GetTimestamp(), 0);
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(start) < duration)
                await ask(Interlocked.Increment(ref next));
        })));
        return next / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>Milliseconds of each question, one at a time; each shop is asked the same before the next question, so that all share the machine's moods.</summary>
    public static async Task<List<double>[]> TimesAsync(IReadOnlyList<Func<int, Task>> shops, int questions)
    {
        var times = shops.Select(_ => new List<double>(questions)).ToArray();
        for (var question = 0; question < questions; question++)
            for (var shop = 0; shop < shops.Count; shop++)
            {
                var start = Stopwatch.GetTimestamp();
                await shops[shop](question);
                times[shop].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        return times;
    }

    public static double At(IEnumerable<double> times, double share)
    {
        var sorted = times.Order().ToList();
        return sorted[(int)Math.Min(sorted.Count - 1, share * sorted.Count)];
    }
}
