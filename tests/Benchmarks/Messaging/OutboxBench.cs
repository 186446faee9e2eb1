using System.Diagnostics;
using EcommerceBot.Benchmarks.Reporting;
using EcommerceBot.Servers;
using Npgsql;

namespace EcommerceBot.Benchmarks.Messaging;

/// <summary>
/// Everything that is compared, side by side, each with a database and a broker of its own: one program for each size of backlog, one that only
/// writes, one that also relays but leaves the consuming to others, and the hand-made floor.
/// </summary>
internal sealed class OutboxBench(
    List<(int Pending, OutboxProgram Program)> programs, OutboxProgram writing, OutboxProgram relaying, HandmadeOutbox handmade, string database, TimeSpan duration) : IAsyncDisposable
{
    public const int SteadyRate = 200;
    public static readonly int[] Writers = [1, 16, 64];

    public Ratios Ratios { get; } = new();

    public IEnumerable<int> Backlogs => programs.Select(x => x.Pending).Where(pending => pending > 0);

    /// <summary>How long each path runs before it is measured: the runtime compiles a busy method twice, and the larger program has more of them.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>Part of the name of what is to be measured; empty for all.</summary>
    public string Only { get; set; } = "";

    private OutboxProgram Plain => programs[0].Program;

    public static async Task<OutboxBench> StartAsync(PostgresServer postgres, RabbitMqServer rabbitMq, int[] backlogs, TimeSpan duration)
    {
        var programs = new List<(int, OutboxProgram)>();
        var databases = new List<string>();
        foreach (var pending in backlogs)
        {
            databases.Add(await DatabaseAsync());
            programs.Add((pending, await OutboxProgram.StartAsync(databases[^1], await rabbitMq.CreateVirtualHostAsync())));
            await Backlog.FillAsync(databases[^1], pending);
        }
        var writing = await OutboxProgram.StartAsync(await DatabaseAsync(), await rabbitMq.CreateVirtualHostAsync(), Beside.Nothing);
        var relaying = await OutboxProgram.StartAsync(await DatabaseAsync(), await rabbitMq.CreateVirtualHostAsync(), Beside.Relay);
        var handmade = await HandmadeOutbox.StartAsync(await DatabaseAsync(), await rabbitMq.CreateVirtualHostAsync());
        return new OutboxBench(programs, writing, relaying, handmade, databases[0], duration);

        async Task<string> DatabaseAsync() => postgres.ConnectionString(await postgres.CreateDatabaseAsync(), poolSize: 90);
    }

    public async Task WarmUpAsync()
    {
        foreach (var (_, program) in programs)
            await Load.RunAsync(program.Tower, program.CommitWithMessageAsync, 16, WarmUp);
        foreach (var program in (OutboxProgram[])[writing, relaying])
            await Load.RunAsync(program.Tower, program.CommitWithMessageAsync, 16, WarmUp, lands: false);
        await Load.RunAsync(Plain.Tower, Plain.CommitAloneAsync, 16, WarmUp, lands: false);
        await Load.RunAsync(Plain.Tower, Plain.PublishConfirmedAsync, 16, WarmUp);
        await Load.RunAsync(handmade.Tower, handmade.CommitAsync, 16, WarmUp);
    }

    public async Task RoundAsync()
    {
        foreach (var writers in Writers)
        {
            await MeasureAsync($"without {writers}", Plain.Tower, Plain.CommitAloneAsync, writers, lands: false);
            await MeasureAsync($"written {writers}", writing.Tower, writing.CommitWithMessageAsync, writers, lands: false);
            await MeasureRelayedAsync($"relayed {writers}", writers);
            await MeasureAsync($"with {writers}", Plain.Tower, Plain.CommitWithMessageAsync, writers);
            await MeasureAsync($"handmade {writers}", handmade.Tower, handmade.CommitAsync, writers);
            await MeasureAsync($"direct {writers}", Plain.Tower, Plain.PublishConfirmedAsync, writers);
            foreach (var (pending, program) in programs.Skip(1))
                await MeasureAsync($"pending {pending} {writers}", program.Tower, program.CommitWithMessageAsync, writers);
        }
        await MeasureAsync("steady with", Plain.Tower, Plain.CommitWithMessageAsync, 16, rate: SteadyRate);
        await MeasureAsync("steady handmade", handmade.Tower, handmade.CommitAsync, 16, rate: SteadyRate);
        foreach (var (pending, program) in programs.Skip(1))
            await MeasureAsync($"steady pending {pending}", program.Tower, program.CommitWithMessageAsync, 16, rate: SteadyRate);
    }

    /// <summary>Commits of the consumer alone: its messages come straight from the broker.</summary>
    public async Task<double> CommitsPerMessageAsync()
    {
        const int messages = 2_000;
        var before = await CommitsAsync();
        Plain.Tower.Begin();
        await Task.WhenAll(Enumerable.Range(0, messages).Select(_ => Plain.PublishToInboxAsync(Plain.Tower.Next())));
        await Plain.Tower.AllLandedAsync(messages);
        return (await CommitsAsync() - before) / (double)messages;
    }

    public Task CountStatementsAsync() => Statements.ResetAsync(database);

    public Task WriteStatementsAsync(TextWriter output) => Statements.WriteAsync(database, output);

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, program) in programs)
            await program.DisposeAsync();
        await writing.DisposeAsync();
        await relaying.DisposeAsync();
        await handmade.DisposeAsync();
    }

    private async Task MeasureAsync(string name, Tower tower, Func<long, Task> commit, int writers, bool lands = true, double rate = 0)
    {
        if (!name.Contains(Only, StringComparison.Ordinal))
            return;
        var figures = await Load.RunAsync(tower, commit, writers, rate > 0 ? duration * 2 : duration, lands, rate);
        Ratios.Add($"{name} committed", figures.Committed);
        Ratios.Add($"{name} consumed", figures.Consumed);
        Ratios.Add($"{name} p50", figures.P50);
        Ratios.Add($"{name} p99", figures.P99);
        await Console.Error.WriteLineAsync($"  {name}: {figures.Committed:N0} commits/s, {figures.Consumed:N0} consumed/s, p50 {figures.P50:N1} ms, p99 {figures.P99:N1} ms");
    }

    /// <summary>Transactions a second, the time included until the relay has nothing left: one that lags would be flattered otherwise.</summary>
    private async Task MeasureRelayedAsync(string name, int writers)
    {
        if (!name.Contains(Only, StringComparison.Ordinal))
            return;
        var start = Stopwatch.GetTimestamp();
        var figures = await Load.RunAsync(relaying.Tower, relaying.CommitWithMessageAsync, writers, duration, lands: false);
        var written = Stopwatch.GetElapsedTime(start);
        await relaying.RelayedAsync();
        var relayed = figures.Committed * (written / Stopwatch.GetElapsedTime(start));
        Ratios.Add($"{name} committed", relayed);
        await Console.Error.WriteLineAsync($"  {name}: {figures.Committed:N0} commits/s, {relayed:N0} relayed/s");
    }

    private async Task<long> CommitsAsync()
    {
        // A session reports its transactions when it has been idle for ten seconds. The relay's polls roll back, so they do not count.
        await Task.Delay(TimeSpan.FromSeconds(11));
        await using var connection = new NpgsqlConnection($"{database};Pooling=false");
        await connection.OpenAsync();
        await using var read = new NpgsqlCommand("SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()", connection);
        return (long)(await read.ExecuteScalarAsync())!;
    }
}
