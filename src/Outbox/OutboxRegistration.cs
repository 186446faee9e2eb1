using EcommerceBot.Outbox.Capture;
using EcommerceBot.Outbox.Inbox;
using EcommerceBot.Outbox.Relay;
using EcommerceBot.Outbox.Storage;
using EcommerceBot.Outbox.Watching;
using MassTransit;
using MassTransit.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace EcommerceBot.Outbox;

/// <summary>Switches durable messaging on for the bus.</summary>
public static class OutboxRegistration
{
    /// <summary>Scoped sends become rows, the relay delivers them, the inbox is kept small. Once per container, by the Host or a test fixture.</summary>
    public static void AddOutbox(this IBusRegistrationConfigurator bus)
    {
        bus.AddOptions<OutboxOptions>().BindConfiguration(OutboxOptions.SectionName).ValidateDataAnnotations()
            .Validate(
                options => options.InboxRetention > options.RelayRetention,
                "Outbox:InboxRetention must exceed Outbox:RelayRetention, or a message relayed again after a restart would take effect twice.")
            .ValidateOnStart();
        bus.Replace(ServiceDescriptor.Scoped<IScopedBusContextProvider<IBus>, ScopedOutbox>());
        bus.AddSingleton<OutboxSender>();
        if (bus.Any(service => service.ImplementationType == typeof(PostgresStore)))
        {
            bus.AddSingleton<RelayBell>().AddHostedService(services => services.GetRequiredService<RelayBell>());
            bus.AddHostedService<PostgresRelay>();
        }
        else
            bus.AddHostedService<EmbeddedRelay>();
        bus.AddHostedService<InboxCleanup>();
        bus.AddMetrics();
        bus.AddSingleton<RelayMark>().AddHostedService<OutboxFigures>();
    }
}
