using System.Diagnostics;
using System.Globalization;
using EcommerceBot.Benchmarks.Reporting;
using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Benchmarks.Checkout;

/// <summary>Measures in turn what is compared.</summary>
internal sealed class CheckoutBench(ShopForBuyers shop, PlainShop plain, int clients, TimeSpan duration)
{
    private readonly Ratios _ratios = new();
    private readonly Dictionary<string, long> _ticks = [];
    private int _next;

    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await RunAsync(BuyAsync, cancellationToken);
        await RunAsync(BuyPlainAsync, cancellationToken);
    }

    public async Task RoundAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        await MeasureAsync("floor add", AddPlainAsync, progress, cancellationToken);
        await MeasureAsync("add", AddAsync, progress, cancellationToken);
        await MeasureAsync("floor checkout", BuyPlainAsync, progress, cancellationToken);
        var before = ProcessorTime.Read();
        await MeasureAsync("checkout", BuyAsync, progress, cancellationToken);
        foreach (var (part, ticks) in ProcessorTime.Read())
            _ticks[part] = _ticks.GetValueOrDefault(part) + ticks - before[part];
    }

    public void Report(TextWriter output)
    {
        var table = new Table("what", "a second / floor", "ratio", "goal", "");
        foreach (var (name, goal) in new[] { ("add", 0.5), ("checkout", 0.2) })
        {
            var ratio = _ratios.Of(name, $"floor {name}");
            table.AddJudged(name, $"{_ratios.Median(name):N0} / {_ratios.Median($"floor {name}"):N0}", ratio, $">= {goal.ToString(CultureInfo.InvariantCulture)}", ratio >= goal);
        }
        table.Write(output);
        var all = Math.Max(1, _ticks.Values.Sum());
        output.WriteLine($"processor time of purchases: {string.Join(", ", _ticks.Select(part => $"{part.Key} {100.0 * part.Value / all:0} %"))}");
    }

    private async Task MeasureAsync(string name, Func<int, int, CancellationToken, Task<int>> work, TextWriter progress, CancellationToken cancellationToken)
    {
        var rate = await RunAsync(work, cancellationToken);
        _ratios.Add(name, rate);
        await progress.WriteLineAsync($"  {name}: {rate:N1} a second");
    }

    /// <summary>Each client works until the time is over; what it has begun by then counts when it is done, and so does the time that takes.</summary>
    private async Task<double> RunAsync(Func<int, int, CancellationToken, Task<int>> work, CancellationToken cancellationToken)
    {
        var start = Stopwatch.GetTimestamp();
        var done = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(async () =>
        {
            var count = 0;
            while (Stopwatch.GetElapsedTime(start) < duration)
                count += await work(client, Interlocked.Increment(ref _next), cancellationToken);
            return count;
        }, cancellationToken)));
        return done.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task<int> BuyAsync(int client, int number, CancellationToken cancellationToken) =>
        await shop.Buyer(client, $"bench-{number}").BuyAsync($"BENCH-{number % 1000 + 1}", cancellationToken) ? 1 : throw new InvalidOperationException("Sold out.");

    private async Task<int> AddAsync(int client, int number, CancellationToken cancellationToken)
    {
        const int additions = 20;
        var buyer = shop.Buyer(client, $"bench-{number}");
        var cart = (await buyer.AskAsync("create_cart", new { idempotency_key = $"add-{number}" }, cancellationToken))!.Value.GetProperty("cart_id").GetString();
        for (var item = 1; item <= additions; item++)
            await buyer.AskAsync("update_cart", new { cart_id = cart, add = new[] { new { sku = $"BENCH-{item}", quantity = 1 } }, idempotency_key = $"add-{number}-{item}" }, cancellationToken);
        return additions;
    }

    private async Task<int> BuyPlainAsync(int client, int number, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        foreach (var step in new[] { $"/cart/{id}", $"/cart/{id}/add/PLAIN-{number % 10000 + 1}", $"/cart/{id}/checkout" })
            await PostAsync(step, cancellationToken);
        return 1;
    }

    private async Task<int> AddPlainAsync(int client, int number, CancellationToken cancellationToken)
    {
        const int additions = 20;
        var id = Guid.CreateVersion7();
        await PostAsync($"/cart/{id}", cancellationToken);
        for (var item = 1; item <= additions; item++)
            await PostAsync($"/cart/{id}/add/PLAIN-{item}", cancellationToken);
        return additions;
    }

    private async Task PostAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await plain.Client.PostAsync(new Uri(path, UriKind.Relative), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }
}
