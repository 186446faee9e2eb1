using EcommerceBot.Catalog.Audit;
using EcommerceBot.Catalog.Export;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Import.Saving;
using EcommerceBot.Catalog.Import.Saving.Copy;
using EcommerceBot.Catalog.Media;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Policies;
using EcommerceBot.Catalog.Products;
using EcommerceBot.Catalog.Products.Admin;
using EcommerceBot.Catalog.Products.Categories;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
        services.AddScoped<ProductSearch>().AddScoped<QueryReader>().AddScoped<Candidates>().AddScoped<CandidateFacts>().AddScoped<OneVariant>().AddScoped<SearchPage>();
        services.AddScoped<Vocabulary>().AddScoped<OtherSpelling>().AddScoped<SearchIndex>();
        services.AddByStore<IStockSql>(new SqliteStockSql(), new PostgresStockSql());
        services.AddScoped<StockSignals>().AddScoped<StockKeys>().AddScoped<AuditTrail>();
        services.AddScoped<ProductShelf>().AddScoped<FormApplication>().AddScoped<TakenNames>();
        services.AddByStore<IPolicySql>(new SqlitePolicySql(), new PostgresPolicySql());
        services.AddScoped<PolicySearch>().AddScoped<PolicyBook>().AddScoped<PolicyImport>();
        services.AddScoped<StockLedger>().AddScoped<ExpiredReservations>().AddHostedService<ReservationSweep>();
        services.AddMedia(configuration);
        services.AddByStore<ICatalogWriter, RowWriter, CopyWriter>().AddScoped<StagingTables>().AddScoped<MergePages>().AddScoped<ChangedDocuments>();
        services.AddScoped<CatalogExport>();
        services.AddScoped<ImportRun>().AddScoped<CatalogImporter>().AddScoped<StockCounts>().AddScoped<ProductMerge>().AddHostedService<DemoCatalog>();
        return services;
    }

    /// <summary>Every consumer by name.</summary>
    public static void AddCatalogConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddQueryConsumer<SearchProductsConsumer>();
        bus.AddQueryConsumer<GetProductConsumer>();
        bus.AddQueryConsumer<GetOffersConsumer>();

        bus.AddQueryConsumer<SearchPoliciesConsumer>();

        bus.AddTransactionalConsumer<SaveProductConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<WithdrawVariantConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ChangePricesConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<SaveCategoryConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<RemoveCategoryConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<SavePolicyConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<RemovePolicyConsumer, CatalogDbContext>();

        bus.AddTransactionalConsumer<AdjustStockConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<RestockItemsConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ReserveStockConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ExtendReservationConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<ReleaseStockConsumer, CatalogDbContext>();
        bus.AddTransactionalConsumer<CommitStockConsumer, CatalogDbContext>();
    }

    /// <summary>Products and documents under <c>/api/catalog</c>, for everyone and, behind the policy <c>admin</c>, for the shop's own people; pictures under <c>/media</c>.</summary>
    public static void MapCatalog(this IEndpointRouteBuilder app)
    {
        app.MapSearch();
        app.MapProducts();
        app.MapPolicySearch();
        var catalog = app.MapGroup("/api/catalog").RequireAuthorization("admin").ProducesProblem(StatusCodes.Status401Unauthorized).WithTags("Catalog administration");
        catalog.MapProductsApi();
        catalog.MapCategories();
        catalog.MapStock();
        catalog.MapAudit();
        catalog.MapPolicies();
        catalog.MapMediaApi();
        catalog.MapSynonyms();
        app.MapMedia();
    }

    /// <summary>Takes a folder of Markdown into the shop's documents, all of it or nothing; true when it is in the shop.</summary>
    public static async Task<bool> ImportPoliciesAsync(this IServiceProvider services, string folder, bool dryRun, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PolicyImport>().RunAsync(folder, dryRun, output, cancellationToken);
    }

    /// <summary>Takes a catalog file into the shop, all of it or nothing, and says on <paramref name="output"/> what was done or what is wrong where.</summary>
    /// <param name="services">The running container; neither bus nor relay need be started.</param>
    /// <param name="file">JSON, JSON Lines or CSV (the shop's own columns or Shopify's), recognised by its shape.</param>
    /// <param name="stock">Pieces of a new SKU that the file does not count.</param>
    /// <param name="currency">ISO 4217 code of prices that name none; null for the shop's.</param>
    /// <param name="output">Takes one sentence a line.</param>
    /// <param name="progress">Told the share that is done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops and undoes the import.</param>
    /// <param name="dryRun">Does all but keep it.</param>
    /// <param name="keepGoing">Keeps what is good and leaves out what is not.</param>
    /// <param name="report">Takes every fault with its line; null tells the first hundred only.</param>
    /// <returns>True when all of the file is in the shop (or would be), false when it had faults.</returns>
    public static async Task<bool> ImportCatalogAsync(
        this IServiceProvider services, string file, int stock, string? currency, TextWriter output, IProgress<double>? progress, CancellationToken cancellationToken,
        bool dryRun = false, bool keepGoing = false, TextWriter? report = null)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = new ImportSettings(stock, currency ?? "") { DryRun = dryRun, KeepGoing = keepGoing, Report = report };
        return await scope.ServiceProvider.GetRequiredService<ImportRun>().RunAsync(file, settings, output, progress, cancellationToken);
    }

    /// <summary>Writes the whole catalog in a form that <c>import</c> takes back; answers how many products there are.</summary>
    /// <param name="services">The running container.</param>
    /// <param name="format"><c>csv</c>, <c>json</c> or <c>jsonl</c>.</param>
    /// <param name="output">Takes the text.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    public static async Task<int> ExportCatalogAsync(this IServiceProvider services, string format, TextWriter output, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CatalogExport>().WriteAsync(format, output, cancellationToken);
    }
}
