using System.CommandLine;
using EcommerceBot.Benchmarks.Reporting;
using EcommerceBot.Servers;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>The <c>outbox</c> command.</summary>
internal static class OutboxCommand
{
    private static readonly Option<int> Rounds = new("--rounds") { Description = "Alternate rounds; medians of their ratios are reported", DefaultValueFactory = _ => 3 };
    private static readonly Option<double> Seconds = new("--seconds") { Description = "Length of one measurement", DefaultValueFactory = _ => 2 };
    private static readonly Option<bool> Full = new("--full") { Description = "Also with 1,000,000 schedules pending" };

    private static readonly Option<string> Only = new("--only") { Description = "Only measurements whose name contains this (\"with 16\"), for a profiler; then without the table" };
    private static readonly Option<bool> Statements = new("--statements") { Description = "Print what PostgreSQL was asked (pg_stat_statements), which costs some speed" };

    public static Command Create()
    {
        var command = new Command("outbox", "What durable messages cost on PostgreSQL and RabbitMQ, beside the same transactions without, a direct publish and a hand-made outbox.")
        {
            Rounds, Seconds, Full, Only, Statements,
        };
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
        await using var postgres = await PostgresServer.StartAsync(["max_connections=600", .. given.GetValue(Statements) ? (string[])["shared_preload_libraries=pg_stat_statements"] : []]);
        await using var rabbitMq = await RabbitMqServer.StartAsync();
        await using var bench = await OutboxBench.StartAsync(postgres, rabbitMq, given.GetValue(Full) ? [0, 10_000, 1_000_000] : [0, 10_000], TimeSpan.FromSeconds(given.GetValue(Seconds)));
        bench.Only = given.GetValue(Only) ?? "";
        await bench.WarmUpAsync();
        if (given.GetValue(Statements))
            await bench.CountStatementsAsync();
        for (var round = 1; round <= given.GetValue(Rounds); round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Console.Error.WriteLineAsync($"round {round} of {given.GetValue(Rounds)} …");
            await bench.RoundAsync();
        }
        if (given.GetValue(Statements))
            await bench.WriteStatementsAsync(Console.Out);
        if (bench.Only.Length > 0)
            return 0;
        OutboxReport.Write(bench, await bench.CommitsPerMessageAsync(), Console.Out);
        return 0;
    }
}
