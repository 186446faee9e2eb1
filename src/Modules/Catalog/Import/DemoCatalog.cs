using EcommerceBot.Catalog.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Catalog.Import;

/// <summary>Fills an empty shop with the demo catalog before the first request is served, so that a first look finds something to buy.</summary>
internal sealed partial class DemoCatalog(IServiceScopeFactory scopes, IOptions<ShopOptions> shop, IHostEnvironment environment, ILogger<DemoCatalog> logger) : IHostedService
{
    private const int Stock = 100;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!(shop.Value.DemoCatalog ?? !environment.IsProduction()))
            return;
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<CatalogDbContext>().Products.AnyAsync(cancellationToken))
            return;
        if (ImportSource.FromResource(typeof(DemoCatalog).Assembly, "Demo", "catalog.json") is not { } source)
            return;
        var result = await scope.ServiceProvider.GetRequiredService<CatalogImporter>()
            .ImportAsync(source, new ImportSettings(Stock, shop.Value.Currency), cancellationToken: cancellationToken);
        if (result.Faults.Count > 0)
            LogRefused(logger, string.Join("; ", result.Faults));
        else
            LogFilled(logger, result.Created, result.Variants);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Information, EventName = "DemoCatalogLoaded",
        Message = "The shop was empty and now holds the demo catalog: {Products} products in {Variants} variants. Shop__DemoCatalog=false leaves it empty")]
    private static partial void LogFilled(ILogger logger, int products, int variants);

    [LoggerMessage(Level = LogLevel.Error, EventName = "DemoCatalogRefused", Message = "The demo catalog was not loaded: {Faults}")]
    private static partial void LogRefused(ILogger logger, string faults);
}
