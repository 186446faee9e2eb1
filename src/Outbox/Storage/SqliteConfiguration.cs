using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Storage;

/// <summary>How every context reaches the embedded store: one file, write-ahead log, full sync.</summary>
internal static class SqliteConfiguration
{
    public static void Apply(DbContextOptionsBuilder options, string databaseFile, string module) => options
        .UseSqlite(ConnectionString(databaseFile), sqlite => sqlite.MigrationsHistoryTable($"{module}_migrations"))
        .UseSnakeCaseNamingConvention()
        .AddInterceptors(SqlitePragmas.Instance);

    public static string ConnectionString(string databaseFile) => new SqliteConnectionStringBuilder
    {
        DataSource = databaseFile,
        ForeignKeys = true,
        Pooling = true,
        DefaultTimeout = 30,
    }.ToString();
}
