using EcommerceBot.Outbox.Storage;
using Microsoft.EntityFrameworkCore.Design;

namespace EcommerceBot.Orders.Persistence;

/// <summary>For <c>dotnet ef</c> only.</summary>
internal sealed class DesignTime : IDesignTimeDbContextFactory<SqliteOrdersDbContext>
{
    public SqliteOrdersDbContext CreateDbContext(string[] args) => new(DesignTimeStore.Options<SqliteOrdersDbContext>(OrdersDbContext.Module));
}
