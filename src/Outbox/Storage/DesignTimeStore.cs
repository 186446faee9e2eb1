using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Outbox.Storage;

/// <summary>Options for <c>dotnet ef</c>, which needs the model but never a running store.</summary>
public static class DesignTimeStore
{
    /// <summary>For a module's <c>IDesignTimeDbContextFactory</c>.</summary>
    public static DbContextOptions<TContext> Options<TContext>(string module, StoreKind kind = StoreKind.Sqlite) where TContext : DbContext
    {
        var options = new DbContextOptionsBuilder<TContext>();
        if (kind == StoreKind.Postgres)
            PostgresStore.Apply(options, module);
        else
            SqliteStore.Apply(options, "design-time.db", module);
        return options.Options;
    }
}
