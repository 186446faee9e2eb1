using EcommerceBot.Catalog;
using EcommerceBot.Conversations;
using EcommerceBot.Orders;
using EcommerceBot.Tools;
using MassTransit;

namespace EcommerceBot.Host;

/// <summary>The four modules, each by its index; nothing else in the Host knows them.</summary>
internal static class Modules
{
    public static void AddModules(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddCatalog(configuration);
        services.AddOrders(configuration);
        services.AddTools(configuration);
        services.AddConversations(configuration);
    }

    public static void AddModuleConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddCatalogConsumers();
        bus.AddOrdersConsumers();
        bus.AddToolsConsumers();
        bus.AddConversationsConsumers();
    }

    /// <summary>What the modules serve to the public and to the shop's own people.</summary>
    public static void MapModules(this IEndpointRouteBuilder app)
    {
        app.MapCatalog();
        app.MapOrders();
        app.MapConversations();
    }

    /// <summary>What they serve to agents.</summary>
    public static void MapModulesForAgents(this IEndpointRouteBuilder app) => app.MapTools();
}
