using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteCatalogDbContext -o Persistence/Migrations/Sqlite</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteCatalogDbContext>
{
    public SqliteCatalogDbContext CreateDbContext(string[] args) => new(DesignTimeStore.Options<SqliteCatalogDbContext>(CatalogDbContext.Module));
}
