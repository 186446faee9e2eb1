using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Tools.Access;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Audit;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Limits;
using EcommerceBot.Tools.Mcp;
using EcommerceBot.Tools.People;
using EcommerceBot.Tools.Persistence;
using EcommerceBot.Tools.Shopping;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools;

/// <summary>What models and agents can ask of the shop: one set of tools, behind <c>InvokeTool</c> and at <c>/mcp</c>.</summary>
public static class ToolsModule
{
    /// <summary>The tools, who may use them, and the MCP server.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ShopOptions>().Bind(configuration.GetSection(ShopOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<McpOptions>().Bind(configuration.GetSection(McpOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddModuleDbContext<ToolsDbContext, SqliteToolsDbContext, PostgresToolsDbContext>(ToolsDbContext.Module);
        services.AddOptions<OAuthOptions>().Bind(configuration.GetSection(OAuthOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<OAuthTokens>();
        services.AddOptions<AuditOptions>().Bind(configuration.GetSection(AuditOptions.SectionName)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<AuditTrail>().AddHostedService(provider => provider.GetRequiredService<AuditTrail>());
        services.AddCallLimits(configuration);
        services.AddScoped<ApiKeys>().AddSingleton<ToolMeter>().AddScoped<Toolbox>();

        services.AddScoped<GivenConfirmations>().AddScoped<Handoffs>();

        services.AddTool<SearchCatalog>().AddTool<GetProductDetails>().AddTool<LookUpProducts>();
        services.AddTool<StartCart>().AddTool<ShowCart>().AddTool<UpdateCart>().AddTool<TakeOverCart>().AddTool<GiveUpCart>();
        services.AddTool<StartCheckout>().AddTool<ShowCheckout>().AddTool<ChangeCheckout>().AddTool<FinishCheckout>().AddTool<EndCheckout>();
        services.AddTool<ShowOrder>().AddTool<ShowOrders>();
        services.AddTool<EndOrder>().AddTool<RedirectOrder>().AddTool<ChangeItems>().AddTool<PayOtherwise>().AddTool<ReturnItems>().AddTool<ExchangeItems>();
        services.AddTool<SeekCustomer>().AddTool<ShowCustomer>().AddTool<MoveCustomer>().AddTool<AskForPerson>();
        services.AddMcp();
        return services;
    }

    /// <summary>Every consumer by name.</summary>
    public static void AddToolsConsumers(this IBusRegistrationConfigurator bus) => bus.AddWorkerConsumer<InvokeToolConsumer>();

    /// <summary>The tools over MCP (streamable HTTP) at <c>/mcp</c>.</summary>
    public static void MapTools(this IEndpointRouteBuilder app) => app.MapMcpServer();

    /// <summary>The tools over MCP on standard input and output instead; called after <see cref="AddTools"/>. Nothing else may write to standard output.</summary>
    public static void AddToolsOverStdio(this IServiceCollection services) => McpStdio.Add(services);

    /// <summary>Makes an API key for <c>/mcp</c>.</summary>
    /// <param name="services">The container; neither bus nor relay need be started.</param>
    /// <param name="name">For whom, 1 to 100 characters.</param>
    /// <param name="scopes">Of <c>catalog:read</c>, <c>cart:write</c>, <c>order:read</c>, <c>order:write</c>, <c>admin</c>, and outside Production <c>act_as_customer</c>; empty for the first four.</param>
    /// <param name="expires">UTC instant from which it no longer works; null for never.</param>
    /// <param name="cancellationToken">Stops before the key is stored.</param>
    /// <returns>The key's text. It cannot be shown again: only its hash is kept.</returns>
    /// <exception cref="ArgumentException">Name, scopes or expiry are wrong; the message says all that is, a sentence each.</exception>
    public static async Task<string> CreateApiKeyAsync(
        this IServiceProvider services, string name, IReadOnlyList<string> scopes, DateTimeOffset? expires, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApiKeys>().CreateAsync(name, scopes, expires, cancellationToken);
    }

    /// <summary>All keys, oldest first, a line each: id, state, scopes, day of creation, last use, name.</summary>
    public static async Task<IReadOnlyList<string>> ListApiKeysAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        return [.. (await scope.ServiceProvider.GetRequiredService<ApiKeys>().ListAsync(cancellationToken)).Select(key => key.Line(now))];
    }

    /// <summary>Replaces a key by a new one of the same owner and scopes; the old one works on for the overlap.</summary>
    /// <param name="services">The container.</param>
    /// <param name="id">The key's id as <see cref="ListApiKeysAsync"/> shows it.</param>
    /// <param name="overlap">0 to 30 days.</param>
    /// <param name="cancellationToken">Stops before the new key is stored.</param>
    /// <returns>The new key's text, or null when there is no such key that is still good.</returns>
    /// <exception cref="ArgumentException">The overlap is out of bounds.</exception>
    public static async Task<string?> RotateApiKeyAsync(this IServiceProvider services, string id, TimeSpan overlap, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApiKeys>().RotateAsync(id, overlap, cancellationToken);
    }

    /// <summary>Ends a key at once.</summary>
    /// <param name="services">The container.</param>
    /// <param name="id">The key's id as <see cref="ListApiKeysAsync"/> shows it.</param>
    /// <param name="cancellationToken">Stops before the key is revoked.</param>
    /// <returns>False when there is no such key or it was revoked before.</returns>
    public static async Task<bool> RevokeApiKeyAsync(this IServiceProvider services, string id, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApiKeys>().RevokeAsync(id, cancellationToken);
    }
}
