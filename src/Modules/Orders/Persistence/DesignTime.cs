using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Orders.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteOrdersDbContext|PostgresOrdersDbContext -o Persistence/Migrations/Sqlite|Postgres</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteOrdersDbContext>, IDesignTimeDbContextFactory<PostgresOrdersDbContext>
{
    SqliteOrdersDbContext IDesignTimeDbContextFactory<SqliteOrdersDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteOrdersDbContext>(OrdersDbContext.Module));

    PostgresOrdersDbContext IDesignTimeDbContextFactory<PostgresOrdersDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<PostgresOrdersDbContext>(OrdersDbContext.Module, StoreKind.Postgres));
}
