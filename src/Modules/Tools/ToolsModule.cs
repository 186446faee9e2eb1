using EcommerceBot.Outbox;
using EcommerceBot.Tools.Calls;
using EcommerceBot.Tools.Shopping;
using MassTransit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools;

/// <summary>What models and agents can ask of the shop: one set of tools, behind <c>InvokeTool</c> and at <c>/mcp</c>.</summary>
public static class ToolsModule
{
    /// <summary>The tools and who may use them.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ToolMeter>().AddScoped<Toolbox>();
        services.AddTool<SearchCatalog>().AddTool<GetProductDetails>();
        services.AddTool<StartCart>().AddTool<ShowCart>().AddTool<UpdateCart>();
        services.AddTool<StartCheckout>().AddTool<ShowCheckout>().AddTool<FinishCheckout>().AddTool<EndCheckout>();
        services.AddTool<ShowOrder>().AddTool<ShowOrders>();
        return services;
    }

    /// <summary>Every consumer by name.</summary>
    public static void AddToolsConsumers(this IBusRegistrationConfigurator bus) => bus.AddWorkerConsumer<InvokeToolConsumer>();

    /// <summary>The tools over MCP at <c>/mcp</c>.</summary>
    public static void MapTools(this IEndpointRouteBuilder app)
    {
    }
}
