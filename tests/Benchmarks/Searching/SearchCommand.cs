using System.CommandLine;
using System.Globalization;
using EcommerceBot.Benchmarks.Reporting;
using EcommerceBot.Servers;

namespace EcommerceBot.Benchmarks.Searching;

/// <summary>The <c>search</c> command.</summary>
internal static class SearchCommand
{
    private const int Clients = 8;

    private static readonly Option<int[]> Sizes = new("--sizes") { Description = "Products of the shops whose times are compared", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1_000, 100_000, 1_000_000] };
    private static readonly Option<int> Questions = new("--questions") { Description = "Questions each shop is asked, one at a time", DefaultValueFactory = _ => 800 };
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Alternate rounds of REST and plain SQL", DefaultValueFactory = _ => 3 };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 3 };

    public static Command Create()
    {
        var command = new Command("search", "Search by REST of the real Host beside plain SQL (10,000 products, 8 clients), and what a larger catalog costs. PostgreSQL and RabbitMQ.") { Sizes, Questions, Rounds, Seconds };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult given, CancellationToken cancellationToken)
    {
        if ((PostgresServer.Missing ?? RabbitMqServer.Missing) is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }
        await using var postgres = await PostgresServer.StartAsync("shared_buffers=512MB", "max_wal_size=4GB");
        await using var rabbitMq = await RabbitMqServer.StartAsync();
        var table = new Table("what", "figure", "ratio", "goal", "verdict");
        await using (var ten = await SearchHost.StartAsync(postgres.ConnectionString(await postgres.CreateDatabaseAsync()), await rabbitMq.CreateVirtualHostAsync(), 10_000))
            await CompareAsync(ten, given, table, cancellationToken);
        await GrowAsync(postgres, rabbitMq, given, table);
        table.Write(Console.Out);
        return 0;
    }

    private static async Task CompareAsync(SearchHost host, ParseResult given, Table table, CancellationToken cancellationToken)
    {
        await using var plain = new PlainSearch(host.Database);
        var (ratios, duration) = (new Ratios(), TimeSpan.FromSeconds(given.GetValue(Seconds)));
        await ClosedLoop.RateAsync(n => host.AskAsync(Searching.Questions.Plain(n)), Clients, duration);
        await ClosedLoop.RateAsync(n => plain.AskAsync(Searching.Questions.Plain(n)), Clients, duration);
        for (var round = 0; round < given.GetValue(Rounds); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ratios.Add("rest", await ClosedLoop.RateAsync(n => host.AskAsync(Searching.Questions.Plain(n)), Clients, duration));
            ratios.Add("plain", await ClosedLoop.RateAsync(n => plain.AskAsync(Searching.Questions.Plain(n)), Clients, duration));
        }
        var share = ratios.Of("rest", "plain");
        table.AddJudged($"search by REST ÷ plain SQL (h), 10,000 products, {Clients} clients", $"{ratios.Median("rest"):N0} / {ratios.Median("plain"):N0} a second", share, "≥ 0.70", share >= 0.7);
    }

    private static async Task GrowAsync(PostgresServer postgres, RabbitMqServer rabbitMq, ParseResult given, Table table)
    {
        var (sizes, hosts) = (given.GetValue(Sizes)!, new List<SearchHost>());
        try
        {
            foreach (var size in sizes)
            {
                await Console.Error.WriteLineAsync($"{DateTimeOffset.Now:HH:mm:ss} generating {size:N0} products …");
                hosts.Add(await SearchHost.StartAsync(postgres.ConnectionString(await postgres.CreateDatabaseAsync()), await rabbitMq.CreateVirtualHostAsync(), size));
            }
            var shops = hosts.Select(host => (Func<int, Task>)(n => host.AskAsync(Searching.Questions.Of(n)))).ToList();
            await ClosedLoop.TimesAsync(shops, 80);
            var times = await ClosedLoop.TimesAsync(shops, given.GetValue(Questions));
            for (var shop = 0; shop < sizes.Length; shop++)
            {
                var growth = ClosedLoop.At(times[shop], 0.99) / ClosedLoop.At(times[0], 0.99);
                var slowest = Enumerable.Range(0, 8).Select(sort => $"{ClosedLoop.At(times[shop].Where((_, n) => n % 8 == sort), 0.5).ToString("0.0", CultureInfo.InvariantCulture)}");
                table.AddJudged($"p50 / p99 ms with {sizes[shop]:N0} products (medians by kind of question: {string.Join(", ", slowest)})",
                    $"{ClosedLoop.At(times[shop], 0.5):N1} / {ClosedLoop.At(times[shop], 0.99):N1}", growth, "≤ 3.00", growth <= 3);
            }
        }
        finally
        {
            foreach (var host in hosts)
                await host.DisposeAsync();
        }
    }
}
