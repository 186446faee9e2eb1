using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace EcommerceBot.Outbox.Storage;

/// <summary>
/// One pooled data source for all modules, so that WORKERS and pool size can be weighed against each other in one place. Statements are
/// prepared by themselves once they recur. No execution strategy: it cannot repeat the transactions the inbox opens, and the endpoint's
/// retry repeats the whole message anyway.
/// </summary>
internal sealed class PostgresStore(NpgsqlDataSource source) : IRelationalStore
{
    public StoreKind Kind => StoreKind.Postgres;

    public static NpgsqlDataSource Open(string connectionString)
    {
        var builder = new NpgsqlDataSourceBuilder(connectionString) { Name = "shop" };
        var settings = builder.ConnectionStringBuilder;
        settings.ApplicationName ??= "ecommercebot";
        if (settings.MaxAutoPrepare == 0)
            settings.MaxAutoPrepare = 100;
        settings.AutoPrepareMinUsages = 3;
        // Nothing here leaves session state behind (the migration lock is given back by hand), and undoing none costs nine statements and a transaction a use.
        settings.NoResetOnClose = true;
        return builder.Build();
    }

    public void Configure(DbContextOptionsBuilder builder, string module) => builder
        .UseNpgsql(source, postgres => postgres.MigrationsHistoryTable("migrations", module))
        .UseSnakeCaseNamingConvention();

    /// <summary>For <c>dotnet ef</c>, which never connects.</summary>
    public static void Apply(DbContextOptionsBuilder builder, string module) => builder
        .UseNpgsql("Host=design-time", postgres => postgres.MigrationsHistoryTable("migrations", module))
        .UseSnakeCaseNamingConvention();
}
