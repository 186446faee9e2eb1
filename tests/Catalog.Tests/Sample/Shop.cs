using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Catalog.Import;
using EcommerceBot.Catalog.Persistence;
using EcommerceBot.Catalog.Search;
using EcommerceBot.Catalog.Stock;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using MassTransit;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Configuration;

namespace EcommerceBot.Catalog.Tests.Sample;

/// <summary>The module as its own registration makes it, on either store and the real bus, in a folder and a database of its own.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly WebApplication _app;

    private Shop(Action<IServiceCollection>? configure, (string Key, string Value)[] settings)
    {
        // MassTransit keeps its logger ambient: without this a second host would log to the first one's disposed factory.
        LogContext.Current = null!;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration["Storage:DataPath"] = _folder.Path;
        builder.Configuration["Shop:DemoCatalog"] = "false";
        foreach (var (key, value) in settings)
            builder.Configuration[key] = value;
        builder.Services.AddRelationalStore(builder.Configuration);
        builder.Services.AddCatalog(builder.Configuration);
        builder.Services.AddSingleton<StockEvents>();
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.AddCatalogConsumers();
            bus.AddConsumer<StockEventsConsumer>();
            bus.AddOutbox();
            bus.UsingInMemory((context, transport) =>
            {
                transport.UseOutboxScheduler(context);
                transport.ConfigureEndpoints(context);
            });
        });
        // Who may is the Host's affair; here whoever says so may.
        builder.Services.AddAuthentication(AdminHeader.Scheme).AddScheme<AuthenticationSchemeOptions, AdminHeader>(AdminHeader.Scheme, null);
        builder.Services.AddAuthorizationBuilder().AddPolicy("admin", policy => policy.RequireAuthenticatedUser());
        configure?.Invoke(builder.Services);
        _app = builder.Build();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapCatalog();
    }

    public bool IsEmbedded => Services.GetService<Npgsql.NpgsqlDataSource>() is null;
    public IServiceProvider Services => _app.Services;
    public StockEvents Events => Services.GetRequiredService<StockEvents>();
    public HttpClient Http => _app.GetTestClient();
    public HttpClient Admin
    {
        get
        {
            var client = _app.GetTestClient();
            client.DefaultRequestHeaders.Add(AdminHeader.Name, "yes");
            return client;
        }
    }

    public string DataPath => _folder.Path;

    /// <summary>Migrated, without bus and background work: as a command of the Host runs.</summary>
    /// <param name="postgres">Null for the embedded store.</param>
    /// <param name="configure">The last word on services.</param>
    /// <param name="settings">Configuration beyond the store's.</param>
    public static async Task<Shop> OpenAsync(PostgresFixture? postgres = null, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings) =>
        await OpenOnAsync(postgres is null ? "" : await postgres.FreshAsync(), configure, settings);

    /// <summary>On a database that may already be somebody's: an empty connection string means an embedded store of its own.</summary>
    public static async Task<Shop> OpenOnAsync(string connectionString, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings)
    {
        var shop = new Shop(configure, [("ConnectionStrings:Postgres", connectionString), .. settings]);
        await shop.Services.MigrateStoresAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    /// <summary>Serving: bus, relay, sweep and endpoints.</summary>
    public static async Task<Shop> StartAsync(PostgresFixture? postgres = null, Action<IServiceCollection>? configure = null, params (string Key, string Value)[] settings) =>
        await StartedAsync(await OpenAsync(postgres, configure, settings));

    /// <summary>A replica on a database that others serve too.</summary>
    public static async Task<Shop> StartOnAsync(string connectionString, Action<IServiceCollection>? configure = null) =>
        await StartedAsync(await OpenOnAsync(connectionString, configure));

    public async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    public Task<T> ReadAsync<T>(Func<CatalogDbContext, Task<T>> read) => InScopeAsync(scope => read(scope.GetRequiredService<CatalogDbContext>()));

    public Task<ImportResult> ImportFileAsync(string file, int stock = 100, string currency = "EUR", IProgress<ImportProgress>? progress = null) =>
        InScopeAsync(scope => scope.GetRequiredService<CatalogImporter>()
            .ImportAsync(ImportSource.FromFile(file), new ImportSettings(stock, currency), progress, TestContext.Current.CancellationToken));

    public Task<ImportResult> ImportAsync(string content, int stock = 100, string currency = "EUR") => ImportFileAsync(_folder.Write("import.txt", content), stock, currency);

    public Task<ProductsFound> SearchAsync(string text, int limit = 10, int offset = 0, long? min = null, long? max = null) => InScopeAsync(scope => scope
        .GetRequiredService<ProductSearch>()
        .FindAsync(new SearchProducts { Text = text, Limit = limit, Offset = offset, MinPrice = min, MaxPrice = max }, TestContext.Current.CancellationToken));

    public Task<(int OnHand, int Reserved)> StockAsync(string sku) => ReadAsync(async db =>
    {
        var item = await db.Stock.AsNoTracking().SingleAsync(x => x.Sku == sku, TestContext.Current.CancellationToken);
        return (item.OnHand, item.Reserved);
    });

    /// <summary>Sends a command through the outbox, as a saga does.</summary>
    public Task SendAsync<T>(T command) where T : class => InScopeAsync(async scope =>
    {
        await scope.GetRequiredService<ISendEndpointProvider>().SendCommandAsync(command, TestContext.Current.CancellationToken);
        return await scope.GetRequiredService<CatalogDbContext>().SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    public Task<int> FreeExpiredAsync() => InScopeAsync(scope => scope.GetRequiredService<ExpiredReservations>().FreeAsync(TestContext.Current.CancellationToken));

    private static async Task<Shop> StartedAsync(Shop shop)
    {
        await shop._app.StartAsync(TestContext.Current.CancellationToken);
        return shop;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }
}
