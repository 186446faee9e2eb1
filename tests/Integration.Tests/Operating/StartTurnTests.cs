using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Integration.Tests.Watching;
using Npgsql;

namespace EcommerceBot.Integration.Tests.Operating;

/// <summary>Hosts that declare their queues together can leave one of them hanging; the race itself is rare on a quiet machine, so the turn is what is tested.</summary>
public sealed class StartTurnTests(ServersFixture servers)
{
    // "ECOMBOT" and one more: the lock of whoever declares.
    private const long Declaring = 0x45_43_4F_4D_42_4F_54 + 1;

    [Fact]
    public async Task AnotherHostIsDeclaring_TheStartWaitsUntilItHasEnded()
    {
        var stores = await servers.FreshAsync();
        await using var other = new NpgsqlConnection($"{stores["ConnectionStrings__Postgres"]};Pooling=false");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await AskAsync(other, $"SELECT pg_advisory_lock({Declaring})::text");

        var starting = ShopForAgents.StartAsync(stores);
        await Eventually.SeeAsync(
            () => AskAsync(other, "SELECT count(*)::text FROM pg_locks l JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted"),
            waiting => starting.IsCompleted || waiting == "1", "the Host's wait for its turn");
        Assert.False(starting.IsCompleted, "The Host did not wait.");
        await AskAsync(other, $"SELECT pg_advisory_unlock({Declaring})::text");

        await using var shop = await starting;
    }

    private static async Task<string?> AskAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (string?)await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
