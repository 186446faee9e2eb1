using System.Diagnostics;
using System.Text.Json;
using EcommerceBot.Outbox.Relay;
using EcommerceBot.Outbox.Tests.Postgres;
using EcommerceBot.Outbox.Tests.Sample;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EcommerceBot.Outbox.Tests.Faults;

[Collection("one broker, one set of queues")]
public sealed class PendingSchedulesTests(ServersFixture servers)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task HundredThousandSchedules_AClaimReadsNoMoreThanAnIndexPathOfThem()
    {
        var settings = await servers.FreshAsync();
        await using var host = await SampleHost.StartAsync(settings, startBus: false);
        await using var connection = new NpgsqlConnection(settings["ConnectionStrings:Postgres"]);
        await connection.OpenAsync(Token);
        await RunAsync(connection,
            """
            INSERT INTO messaging."OutboxMessage" ("EnqueueTime", "SentTime", "OutboxId", "MessageId", "ContentType", "MessageType", "Body")
            SELECT now() + interval '1 hour' + n * interval '1 second', now(), '5c4ed01e-0000-4000-8000-000000000001', gen_random_uuid(), 'json', 'later', repeat('x', 500)
            FROM generate_series(1, 100000) n
            """);
        await RunAsync(connection, "VACUUM ANALYZE messaging.\"OutboxMessage\"");

        await using var transaction = await connection.BeginTransactionAsync(Token);
        await RunAsync(connection, OutboxClaim.Settings);
        await using var explain = new NpgsqlCommand($"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {OutboxClaim.Statement(200)}", connection);
        using var plan = JsonDocument.Parse((string)(await explain.ExecuteScalarAsync(Token))!);

        var root = plan.RootElement[0].GetProperty("Plan");
        Assert.InRange(root.GetProperty("Shared Hit Blocks").GetInt64() + root.GetProperty("Shared Read Blocks").GetInt64(), 1, 40);
    }

    [Fact]
    public async Task ProgramGoneBeforeTheDeadline_TheNextOneFiresItWithinASecondOfItsTime()
    {
        var settings = await servers.FreshAsync();
        var (tally, after) = (Guid.NewGuid(), TimeSpan.FromSeconds(10));
        long set;
        await using (var first = await SampleHost.StartAsync(settings))
        {
            set = Stopwatch.GetTimestamp();
            await first.Bus.Publish(new DeadlineSet { TallyId = tally, After = after }, Token);
            await SampleHost.UntilAsync(async () => (await first.TallyAsync(tally))?.CurrentState == "Open", "the tally waiting");
        }
        var taken = Stopwatch.GetElapsedTime(set);

        await using var second = await SampleHost.StartAsync(settings);
        Assert.SkipWhen(Stopwatch.GetElapsedTime(set) > after, "This machine is too busy to restart a program within ten seconds");
        await SampleHost.UntilAsync(async () => (await second.TallyAsync(tally))?.CurrentState == "Closed", "the deadline");

        // The saga set its deadline between the publish and the moment we saw it waiting.
        Assert.InRange(Stopwatch.GetElapsedTime(set), after, after + taken + TimeSpan.FromSeconds(1));
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync(Token);
    }
}
