using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>SQL that each store speaks in its own way.</summary>
internal static class StoreChoice
{
    /// <summary>One of the two, by the store that the context is on.</summary>
    public static IServiceCollection AddByStore<TSql>(this IServiceCollection services, TSql sqlite, TSql postgres) where TSql : class =>
        services.AddScoped(provider => provider.GetRequiredService<CatalogDbContext>().Database.IsSqlite() ? sqlite : postgres);

    /// <summary>One of the two services, by the store that the context is on.</summary>
    public static IServiceCollection AddByStore<TService, TSqlite, TPostgres>(this IServiceCollection services)
        where TService : class where TSqlite : class, TService where TPostgres : class, TService =>
        services.AddScoped<TSqlite>().AddScoped<TPostgres>().AddScoped<TService>(provider =>
            provider.GetRequiredService<CatalogDbContext>().Database.IsSqlite() ? provider.GetRequiredService<TSqlite>() : provider.GetRequiredService<TPostgres>());
}
