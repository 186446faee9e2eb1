using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Tools.Persistence;

/// <summary>For <c>dotnet ef migrations add … --context SqliteToolsDbContext -o Persistence/Migrations/Sqlite</c>.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteToolsDbContext>
{
    public SqliteToolsDbContext CreateDbContext(string[] args) => new(DesignTimeStore.Options<SqliteToolsDbContext>(ToolsDbContext.Module));
}
