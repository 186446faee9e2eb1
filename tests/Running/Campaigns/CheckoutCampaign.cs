using System.Globalization;
using System.Text;

namespace EcommerceBot.Running.Campaigns;

/// <summary>How many buy what is scarce, how often, and how often the Host is killed meanwhile.</summary>
internal sealed record CheckoutPlan(int Buyers, int Units, int Rounds, int KillsPerRound, int Seed = 1)
{
    /// <summary>Owners among whom the buyers are shared; each has a customer's record of its own.</summary>
    public int Keys => Math.Min(Buyers, 10);
}

/// <summary>What was found, counted in the store.</summary>
internal sealed record CheckoutResult(int Rounds, long Sold, long Expected, long Payments, long Held, long Errors, TimeSpan Took, int Kills)
{
    public bool Passed => Sold == Expected && Payments == Expected && Held == 0 && Errors == 0;

    public override string ToString() =>
        $"{Rounds} rounds in {Took.TotalSeconds:0} s, {Kills} kills: {Sold} of {Expected} sold, {Payments} payments settled and kept, {Held} pieces still held, {Errors} rounds that did not add up: {(Passed ? "passed" : "FAILED")}";
}

/// <summary>More buyers than pieces go through the whole checkout over MCP while the Host is killed at random; each round every piece is sold once, and each order is paid once.</summary>
internal sealed class CheckoutCampaign(CheckoutPlan plan, ShopForBuyers shop, TextWriter progress)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Random _random = new(plan.Seed);
    private int _kills;

    public static async Task<CheckoutResult> RunAsync(CheckoutPlan plan, CampaignServers servers, TextWriter progress)
    {
        var products = new StringBuilder("sku,title,price,stock\n");
        for (var round = 1; round <= plan.Rounds; round++)
            products.Append(CultureInfo.InvariantCulture, $"ROUND-{round},Scarce Mug {round},4.50,{plan.Units}\n");
        await using var shop = await ShopForBuyers.StartAsync(servers, products.ToString(), plan.Keys);
        return await new CheckoutCampaign(plan, shop, progress).RunAsync();
    }

    private async Task<CheckoutResult> RunAsync()
    {
        var start = System.Diagnostics.Stopwatch.StartNew();
        var odd = 0;
        for (var round = 1; round <= plan.Rounds; round++)
        {
            var (bought, sold) = await RoundAsync(round);
            if (bought != plan.Units || sold != plan.Units)
                odd++;
            await progress.WriteLineAsync($"round {round}: {bought} buyers were told of an order, {sold} orders are in the store, {start.Elapsed.TotalSeconds:0} s");
        }
        var orders = await shop.Ledger.CountAsync("SELECT count(*) FROM orders.orders");
        // A payment that is kept belongs to exactly one order; any other was given back.
        var paid = await shop.Ledger.CountAsync("SELECT count(*) FROM orders.payments p JOIN orders.orders o ON o.checkout_id = p.checkout_id WHERE p.status = 'Settled'");
        var stray = await shop.Ledger.CountAsync("SELECT count(*) FROM orders.payments p WHERE p.status = 'Settled' AND NOT EXISTS (SELECT 1 FROM orders.orders o WHERE o.checkout_id = p.checkout_id)");
        var held = await shop.Ledger.CountAsync("SELECT coalesce(sum(reserved), 0) FROM catalog.stock");
        return new CheckoutResult(plan.Rounds, orders, (long)plan.Units * plan.Rounds, paid + stray, held, odd, start.Elapsed, _kills);
    }

    private async Task<(int Bought, long Sold)> RoundAsync(int round)
    {
        using var timeout = new CancellationTokenSource(Patience);
        var buyers = Task.WhenAll(Enumerable.Range(0, plan.Buyers).Select(number => Task.Run(() => shop.Buyer(number, $"r{round}-b{number}").BuyAsync($"ROUND-{round}", timeout.Token))));
        for (var kill = 0; kill < plan.KillsPerRound && !buyers.IsCompleted; kill++)
        {
            await Task.WhenAny(buyers, Task.Delay(TimeSpan.FromMilliseconds(_random.Next(300, 3000)), timeout.Token));
            await shop.KillAndRestartAsync();
            _kills++;
        }
        var bought = (await buyers).Count(done => done);
        return (bought, await shop.Ledger.CountAsync($"SELECT count(*) FROM orders.orders WHERE lines LIKE '%\"ROUND-{round}\"%'"));
    }
}
