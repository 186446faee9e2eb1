using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Brings every module's schema to the version this program needs.</summary>
public static partial class StoreMigration
{
    /// <summary>
    /// Migrates the messaging tables and every registered module, one after another; repeating it changes nothing. On PostgreSQL one process
    /// migrates and any others wait for it; the embedded store has one owner anyway.
    /// </summary>
    public static async Task MigrateStoresAsync(this IServiceProvider services, CancellationToken cancellationToken = default)
    {
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(StoreMigration));
        var embedded = services.GetRequiredService<IRelationalStore>().Kind == StoreKind.Sqlite;
        if (embedded)
            Directory.CreateDirectory(services.GetRequiredService<IOptions<StorageOptions>>().Value.DataPath);
        await using var turn = await StartTurn.ToMigrateAsync(services, cancellationToken);
        foreach (var store in services.GetServices<ModuleStore>())
        {
            await using var scope = services.CreateAsyncScope();
            var database = ((DbContext)scope.ServiceProvider.GetRequiredService(store.ContextType)).Database;
            if (embedded)
                await ClearAbandonedLockAsync(database, cancellationToken);
            var pending = (await database.GetPendingMigrationsAsync(cancellationToken)).Count();
            if (pending == 0)
                continue;
            await database.MigrateAsync(cancellationToken);
            LogMigrated(logger, store.Module, pending);
        }
    }

    /// <summary>A process killed while migrating leaves EF's lock row behind, and EF would wait for it for ever. Only the holder of <c>host.lock</c> gets here.</summary>
    private static async Task ClearAbandonedLockAsync(DatabaseFacade database, CancellationToken cancellationToken)
    {
        var exists = await database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (exists > 0)
            await database.ExecuteSqlRawAsync("DELETE FROM \"__EFMigrationsLock\"", cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Information, EventName = "StoreMigrated", Message = "Migrated the {Module} tables ({Migrations} migrations)")]
    private static partial void LogMigrated(ILogger logger, string module, int migrations);
}
