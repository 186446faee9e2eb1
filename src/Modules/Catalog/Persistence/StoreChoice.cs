using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog.Persistence;

/// <summary>SQL that each store speaks in its own way.</summary>
internal static class StoreChoice
{
    /// <summary>One of the two, by the store that the context is on.</summary>
    public static IServiceCollection AddByStore<TSql>(this IServiceCollection services, TSql sqlite, TSql postgres) where TSql : class =>
        services.AddScoped(provider => provider.GetRequiredService<CatalogDbContext>().Database.IsSqlite() ? sqlite : postgres);
}
