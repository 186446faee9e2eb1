using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Tools.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteToolsDbContext|PostgresToolsDbContext -o Persistence/Migrations/Sqlite|Postgres</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteToolsDbContext>, IDesignTimeDbContextFactory<PostgresToolsDbContext>
{
    SqliteToolsDbContext IDesignTimeDbContextFactory<SqliteToolsDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteToolsDbContext>(ToolsDbContext.Module));

    PostgresToolsDbContext IDesignTimeDbContextFactory<PostgresToolsDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<PostgresToolsDbContext>(ToolsDbContext.Module, StoreKind.Postgres));
}
