using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;
using MassTransit;

namespace EcommerceBot.Host;

/// <summary>The bus: its transport, and in one place what happens when a consumer fails. No other file knows the transport.</summary>
internal static class Messaging
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    public static void AddMessaging(this IHostApplicationBuilder builder)
    {
        var workers = builder.Configuration.GetValue("WORKERS", 8);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.SetDefaultRequestTimeout(RequestTimeout);
            bus.AddModuleConsumers();
            bus.AddOutbox();
            bus.AddConfigureEndpointsCallback(ConfigureFailurePolicy);
            bus.UsingInMemory((context, transport) =>
            {
                transport.ConcurrentMessageLimit = workers;
                transport.UseOutboxScheduler(context);
                transport.ConfigureEndpoints(context);
            });
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            options.WaitUntilStarted = true;
            options.StopTimeout = TimeSpan.FromSeconds(20);
            options.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
        });
    }

    /// <summary>
    /// Outermost first. A command or event is tried at once, then with growing and jittered pauses, then minutes later from a row, then parked.
    /// A request is only tried for as long as its asker waits.
    /// </summary>
    private static void ConfigureFailurePolicy(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        endpoint.KeepFailedMessages(context);
        if (AnswersRequests(context, queue))
        {
            endpoint.UseMessageRetry(retry => retry.Exponential(4, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50)));
            return;
        }
        endpoint.UseScheduledRedelivery(retry => retry.Exponential(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30)));
        endpoint.UseMessageRetry(retry => retry.Exponential(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200)));
        endpoint.UseMessageRetry(retry => retry.Immediate(2));
    }

    private static bool AnswersRequests(IRegistrationContext context, string queue) => context.GetServices<ConsumerDeclaration>()
        .Where(consumer => ModuleEndpointNames.QueueOf(consumer.Type) == queue)
        .SelectMany(consumer => consumer.Type.GetInterfaces())
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>)
            && type.GetGenericArguments()[0].Namespace?.EndsWith(".Requests", StringComparison.Ordinal) == true);
}
