using EcommerceBot.Outbox.Consumers;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Architecture.Tests.House;

/// <summary>What the modules register, asked of their own indexes.</summary>
internal static class Registrations
{
    /// <summary>Every consumer and saga that some <c>AddXConsumers</c> declared.</summary>
    public static readonly IReadOnlyList<ConsumerDeclaration> All =
    [
        .. Build().Where(service => service.ServiceType == typeof(ConsumerDeclaration))
            .Select(service => (ConsumerDeclaration)service.ImplementationInstance!),
    ];

    /// <summary>The services of all modules, for a saga that wants some of them when it is made.</summary>
    public static IServiceCollection Build()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        services.AddMassTransit(bus =>
        {
            foreach (var module in Module.All)
                module.Index?.GetMethod($"Add{module.Name}Consumers")?.Invoke(null, [bus]);
        });
        return services;
    }
}
