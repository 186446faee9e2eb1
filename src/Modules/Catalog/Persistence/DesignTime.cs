using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteCatalogDbContext|PostgresCatalogDbContext -o Persistence/Migrations/Sqlite|Postgres</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteCatalogDbContext>, IDesignTimeDbContextFactory<PostgresCatalogDbContext>
{
    SqliteCatalogDbContext IDesignTimeDbContextFactory<SqliteCatalogDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<SqliteCatalogDbContext>(CatalogDbContext.Module));

    PostgresCatalogDbContext IDesignTimeDbContextFactory<PostgresCatalogDbContext>.CreateDbContext(string[] args) =>
        new(DesignTimeStore.Options<PostgresCatalogDbContext>(CatalogDbContext.Module, StoreKind.Postgres));
}
