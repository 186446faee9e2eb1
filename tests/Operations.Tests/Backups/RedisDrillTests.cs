using System.Diagnostics;
using EcommerceBot.Operations.Tests.Running;

namespace EcommerceBot.Operations.Tests.Backups;

public sealed class RedisDrillTests
{
    [Fact]
    public async Task RestoredRedis_HasTheSameKeys()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await using var store = await BackupStore.StartAsync();
        var port = redis.ConnectionString.Split(':')[1];
        await Shell.SucceedAsync("redis-cli", "-p", port, "CONFIG", "SET", "repl-diskless-sync-delay", "0");
        await Shell.SucceedAsync("redis-cli", "-p", port, "EVAL", "for i = 1, 1000 do redis.call('SET', 'limit:' .. i, i * i) end", "0");
        var dump = Path.Combine(store.Folder, "dump.rdb");

        var backup = await store.RunAsync("backup.sh", ["redis"], ("BACKUP_REDIS", $"redis://127.0.0.1:{port}"));
        var check = await store.RunAsync("restore.sh", ["check", "redis"]);
        var restore = await store.RunAsync("restore.sh", ["redis", "latest", dump]);

        Assert.True(backup.Code == 0, backup.Said);
        Assert.True(check.Code == 0, check.Said);
        Assert.True(restore.Code == 0, restore.Said);
        Assert.Equal(await SumAsync(port), await SumOfRestoredAsync(store.Folder));
    }

    [Fact]
    public async Task OldBackups_AreRemovedAndTheNewestThreeKept()
    {
        Assert.SkipWhen(RedisServer.Missing is not null, RedisServer.Missing ?? "");
        await using var redis = await RedisServer.StartAsync();
        await using var store = await BackupStore.StartAsync();
        var port = redis.ConnectionString.Split(':')[1];
        await Shell.SucceedAsync("redis-cli", "-p", port, "CONFIG", "SET", "repl-diskless-sync-delay", "0");
        const string Put = ". scripts/s3.sh; echo old >\"$BACKUP_WORK/old\"; for name in $NAMES; do s3_put \"$BACKUP_WORK/old\" redis/$name.gpg; s3_put \"$BACKUP_WORK/old\" redis/$name.gpg.sha256; done";
        var environment = new Dictionary<string, string>
        {
            ["BACKUP_S3_URL"] = store.S3.Bucket.ToString(), ["BACKUP_S3_ACCESS_KEY"] = S3Server.Key, ["BACKUP_S3_SECRET_KEY"] = S3Server.Key,
            ["BACKUP_WORK"] = store.Folder, ["NAMES"] = "20200101T000000Z 20200102T000000Z 20200103T000000Z 20200104T000000Z",
        };
        var planted = await Shell.RunAsync("bash", ["-ec", Put], environment);
        Assert.True(planted.Code == 0, planted.Said);

        var backup = await store.RunAsync("backup.sh", ["redis"], ("BACKUP_REDIS", $"redis://127.0.0.1:{port}"));
        var list = await store.RunAsync("restore.sh", ["list", "redis"]);

        Assert.True(backup.Code == 0, backup.Said);
        Assert.Equal(["redis/20200103T000000Z.gpg", "redis/20200104T000000Z.gpg"], list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[..^1]);
        Assert.Equal(3, list.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    private static async Task<string> SumOfRestoredAsync(string folder)
    {
        var port = HostProcess.FreePort();
        using var restored = Process.Start(new ProcessStartInfo("redis-server", ["--port", $"{port}", "--bind", "127.0.0.1", "--dir", folder, "--save", ""]) { RedirectStandardOutput = true })!;
        try
        {
            using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
            while ((await Shell.RunAsync("redis-cli", "-p", $"{port}", "PING")).Output.Trim() != "PONG")
            {
                Assert.False(restored.HasExited, "redis-server did not start from the restored file");
                await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            }
            return await SumAsync($"{port}");
        }
        finally
        {
            restored.Kill();
            await restored.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }

    private static async Task<string> SumAsync(string port)
    {
        const string Script = "local keys = redis.call('KEYS', '*'); table.sort(keys); local all = ''; for _, key in ipairs(keys) do all = all .. key .. '=' .. redis.call('GET', key) .. ';' end; return #keys .. ' ' .. redis.sha1hex(all)";
        var sum = await Shell.SucceedAsync("redis-cli", "-p", port, "EVAL", Script, "0");
        Assert.StartsWith("1000 ", sum, StringComparison.Ordinal);
        return sum;
    }
}
