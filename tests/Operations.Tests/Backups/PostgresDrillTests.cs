using EcommerceBot.Operations.Tests.Running;
using Npgsql;

namespace EcommerceBot.Operations.Tests.Backups;

/// <summary>The shop's own database, dumped, encrypted, uploaded, fetched and restored: every row of every table is the same.</summary>
public sealed class PostgresDrillTests
{
    [Fact]
    public async Task RestoredDatabase_HasTheSameRows()
    {
        Assert.SkipWhen(PostgresServer.Missing is not null, PostgresServer.Missing ?? "");
        await using var postgres = await PostgresServer.StartAsync();
        await using var store = await BackupStore.StartAsync();
        var (shop, empty) = (await postgres.CreateDatabaseAsync(), await postgres.CreateDatabaseAsync());
        await FillAsync(postgres.ConnectionString(shop), store.Folder);

        var backup = await store.RunAsync("backup.sh", ["postgres"], ("BACKUP_POSTGRES", Address(postgres, shop)));
        var check = await store.RunAsync("restore.sh", ["check", "postgres"], ("RESTORE_POSTGRES", Address(postgres, "postgres")));
        var restore = await store.RunAsync("restore.sh", ["postgres", "latest", Address(postgres, empty)]);

        Assert.True(backup.Code == 0, backup.Said);
        Assert.True(check.Code == 0, check.Said);
        Assert.True(restore.Code == 0, restore.Said);
        var (before, after) = (await SumsAsync(postgres.ConnectionString(shop)), await SumsAsync(postgres.ConnectionString(empty)));
        Assert.True(before.Count > 20);
        Assert.Equal(before, after);
        Assert.True(File.Exists(Path.Combine(store.Folder, "last-backup")));
        Assert.Equal(["last-backup", "private.asc", "products.csv", "public.asc"], Directory.EnumerateFileSystemEntries(store.Folder).Select(Path.GetFileName).Where(name => name != "data").Order(StringComparer.Ordinal));
        await RefusalsAsync(store, postgres, empty);
    }

    /// <summary>A database with something in it is not written to; a backup that was touched is not restored.</summary>
    private static async Task RefusalsAsync(BackupStore store, PostgresServer postgres, string full)
    {
        var second = await store.RunAsync("restore.sh", ["postgres", "latest", Address(postgres, full)]);
        Assert.Equal(2, second.Code);
        Assert.Contains("the database is not empty", second.Said, StringComparison.Ordinal);

        var stored = Directory.EnumerateFiles(store.S3.Folder, "*.gpg*_object", SearchOption.AllDirectories).Single(file => !file.Contains(".sha256", StringComparison.Ordinal));
        Assert.DoesNotContain("PGDMP", await File.ReadAllTextAsync(stored, Cancel), StringComparison.Ordinal);
        await using (var file = File.OpenWrite(stored))
        {
            file.Seek(-20, SeekOrigin.End);
            file.Write("tampered"u8);
        }
        var touched = await store.RunAsync("restore.sh", ["check", "postgres"], ("RESTORE_POSTGRES", Address(postgres, "postgres")));
        Assert.NotEqual(0, touched.Code);
        Assert.Contains("its checksum differs", touched.Said, StringComparison.Ordinal);
    }

    private static async Task FillAsync(string connectionString, string folder)
    {
        var file = Path.Combine(folder, "products.csv");
        await File.WriteAllLinesAsync(file, ["sku,title,price", .. Enumerable.Range(1, 500).Select(number => $"MUG-{number},Enamel mug number {number} ünïcode,{number}.50")], TestContext.Current.CancellationToken);
        var (code, output) = await HostProcess.RunToEndAsync(Path.Combine(folder, "data"),
            new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = connectionString, ["ConnectionStrings__RabbitMq"] = "amqp://nobody:asked@127.0.0.1/" }, "import", file);
        Assert.True(code == 0, output);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static string Address(PostgresServer postgres, string database) => $"postgresql://shop@127.0.0.1:{postgres.Port}/{database}";

    private static async Task<SortedDictionary<string, string>> SumsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        var tables = new List<string>();
        await using (var command = source.CreateCommand("SELECT format('%I.%I', schemaname, tablename) FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')"))
        await using (var reader = await command.ExecuteReaderAsync(Cancel))
            while (await reader.ReadAsync(Cancel))
                tables.Add(reader.GetString(0));
        var sums = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            await using var sum = source.CreateCommand($"SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, ',' ORDER BY row::text)), '') FROM {table} AS row");
            sums[table] = (string)(await sum.ExecuteScalarAsync(Cancel))!;
        }
        return sums;
    }
}
