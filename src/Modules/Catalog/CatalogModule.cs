using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Import.Saving;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Catalog;

/// <summary>What the shop sells: products and search, stock and reservations, import, pictures.</summary>
public static class CatalogModule
{
    /// <summary>Store, services and background work.</summary>
    public static IServiceCollection AddCatalog(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShopOptions>().Bind(configuration.GetSection(ShopOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<StockOptions>().Bind(configuration.GetSection(StockOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDbContext<CatalogDbContext, SqliteCatalogDbContext, PostgresCatalogDbContext>(CatalogDbContext.Module);

        services.AddByStore<ISearchSql>(new SqliteSearchSql(), new PostgresSearchSql());
        services.AddScoped<ProductSearch>().AddScoped<QueryReader>().AddScoped<Candidates>().AddScoped<CandidateFacts>().AddScoped<SearchPage>();
        services.AddScoped<Vocabulary>().AddScoped<OtherSpelling>().AddScoped<SearchIndex>();
        services.AddByStore<IStockSql>(new SqliteStockSql(), new PostgresStockSql());
        services.AddScoped<StockLedger>().AddScoped<ExpiredReservations>().AddHostedService<ReservationSweep>();
        services.AddSingleton<IMediaStore, FolderMediaStore>();
        services.AddByStore<IImportSql>(new SqliteImportSql(), new PostgresImportSql());
        services.AddScoped<ImportRun>().AddScoped<CatalogImporter>().AddScoped<CatalogWriter>().AddScoped<StockCounts>().AddHostedService<DemoCatalog>();
        return services;
    }

    /// <summary>Every consumer by name.</summary>
    public static void AddCatalogConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddQueryConsumer<SearchProductsConsumer>();
        bus.AddQueryConsumer<GetProductConsumer>();
        bus.AddQueryConsumer<GetOffersConsumer>();

        bus.AddTransactionalConsumer<ReserveStockConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ExtendReservationConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ReleaseStockConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<CommitStockConsumer, CatalogDbContext>();
    }

    /// <summary>Products under <c>/api/catalog</c>, pictures under <c>/media</c>.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
        app.MapSearch();
        app.MapSynonyms();
        app.MapProducts();
        app.MapMedia();
    }

    /// <summary>Takes a catalog file into the shop, all of it or nothing, and says on <paramref name="output"/> what was done or what is wrong where.</summary>
    /// <param name="services">The running container; neither bus nor relay need be started.</param>
    /// <param name="file">JSON or CSV, recognised by its shape.</param>
    /// <param name="stock">Pieces of a new SKU that the file does not count.</param>
    /// <param name="currency">ISO 4217 code of prices that name none; null for the shop's.</param>
    /// <param name="output">Takes one sentence a line.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops and undoes the import.</param>
    /// <returns>True when the file is in the shop, false when it had faults.</returns>
    public static async Task<bool> ImportCatalogAsync(
        this IServiceProvider services, string file, int stock, string? currency, TextWriter output, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ImportRun>().RunAsync(file, stock, currency, output, progress, cancellationToken);
    }
}
