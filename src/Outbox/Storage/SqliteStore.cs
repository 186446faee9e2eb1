using EcommerceBot.Outbox.Capture;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Outbox.Storage;

/// <summary>How every context reaches the embedded store: one file, write-ahead log, full sync, one writer at a time.</summary>
internal sealed class SqliteStore(IOptions<StorageOptions> options, SqliteWriteGate gate) : IRelationalStore
{
    public StoreKind Kind => StoreKind.Sqlite;

    public void Configure(DbContextOptionsBuilder builder, string module)
    {
        Apply(builder, options.Value.DatabaseFile, module);
        builder.AddInterceptors(new SqliteWriteGateInterceptor(gate));
    }

    public static void Apply(DbContextOptionsBuilder builder, string databaseFile, string module) => builder
        .UseSqlite(ConnectionString(databaseFile), sqlite => sqlite.MigrationsHistoryTable($"{module}_migrations"))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(SqlitePragmas.Instance);

    private static string ConnectionString(string databaseFile) => new SqliteConnectionStringBuilder
    {
        DataSource = databaseFile,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();
}
