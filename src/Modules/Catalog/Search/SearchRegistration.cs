using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Search;

/// <summary>The search of the store that the context is on.</summary>
internal static class SearchRegistration
{
    private static readonly SqliteSearchSql Sqlite = new();
    private static readonly PostgresSearchSql Postgres = new();

    public static IServiceCollection AddStoreSearch(this IServiceCollection services) => services.AddScoped<ISearchSql>(
        provider => provider.GetRequiredService<CatalogDbContext>().Database.IsSqlite() ? Sqlite : Postgres);
}
