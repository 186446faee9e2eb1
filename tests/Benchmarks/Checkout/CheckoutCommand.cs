using System.CommandLine;
using EcommerceBot.Running.Campaigns;

namespace EcommerceBot.Benchmarks.Checkout;

/// <summary>The <c>checkout</c> command: the whole purchase and a single addition to a cart, beside the floor in plain SQL, in alternate rounds.</summary>
internal static class CheckoutCommand
{
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Alternate rounds; medians of their ratios are reported", DefaultValueFactory = _ => 3 };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 6 };
    private static readonly Option<int> Clients = new("--clients") { Description = "Buyers at once", DefaultValueFactory = _ => 8 };

    public static Command Create()
    {
        var command = new Command("checkout", "Purchases and additions a second through the real Host over MCP, beside a shop in plain SQL, with the share of processor time in database, broker and own code.") { Rounds, Seconds, Clients };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        if (CampaignServers.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }
        await using var servers = await CampaignServers.StartAsync();
        var products = string.Concat(Enumerable.Range(1, 1000).Select(n => $"BENCH-{n},Bench Mug {n},4.50,100000\n"));
        await using var shop = await ShopForBuyers.StartAsync(servers, $"sku,title,price,stock\n{products}", given.GetValue(Clients));
        await using var plain = await PlainShop.StartAsync(servers.Postgres.ConnectionString(await servers.Postgres.CreateDatabaseAsync()));
        var bench = new CheckoutBench(shop, plain, given.GetValue(Clients), TimeSpan.FromSeconds(given.GetValue(Seconds)));
        await bench.WarmUpAsync(cancellationToken);
        for (var round = 1; round <= given.GetValue(Rounds); round++)
            await bench.RoundAsync(Console.Error, cancellationToken);
        bench.Report(Console.Out);
        return 0;
    }
}
