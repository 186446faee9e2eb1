using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Host;

/// <summary>The bus and its transport: RabbitMQ where a connection string names one, else in this process. No other file knows the transport.</summary>
internal static class Messaging
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(10);

    public static void AddMessaging(this IHostApplicationBuilder builder)
    {
        var options = builder.Configuration.GetSection(MessagingOptions.SectionName).Get<MessagingOptions>() ?? new MessagingOptions();
        options.Workers = builder.Configuration.GetValue("WORKERS", options.Workers);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            bus.SetEndpointNameFormatter(ModuleEndpointNames.Instance);
            bus.SetDefaultRequestTimeout(RequestTimeout);
            bus.AddModuleConsumers();
            bus.AddOutbox();
            if (builder.Configuration.GetConnectionString("RabbitMq") is { Length: > 0 } broker)
                UseRabbitMq(bus, new Uri(broker), options);
            else
                UseMemory(bus, options);
        });
        builder.Services.AddOptions<MassTransitHostOptions>().Configure(host =>
        {
            host.WaitUntilStarted = true;
            host.StopTimeout = TimeSpan.FromSeconds(20);
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
        });
    }

    private static void UseMemory(IBusRegistrationConfigurator bus, MessagingOptions options)
    {
        bus.AddConfigureEndpointsCallback((context, queue, endpoint) =>
        {
            endpoint.KeepFailedMessages(context);
            FailurePolicy.Apply(context, queue, endpoint);
        });
        bus.UsingInMemory((context, transport) =>
        {
            transport.ConcurrentMessageLimit = options.Workers;
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }

    private static void UseRabbitMq(IBusRegistrationConfigurator bus, Uri broker, MessagingOptions options)
    {
        bus.AddConfigureEndpointsCallback((context, queue, endpoint) =>
        {
            if (endpoint is IRabbitMqReceiveEndpointConfigurator rabbit)
                Durable(rabbit, options);
            FailurePolicy.Apply(context, queue, endpoint);
        });
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(broker);
            transport.PrefetchCount = options.Prefetch;
            transport.ConcurrentMessageLimit = options.Workers;
            transport.ConfigureSend(send => send.UseExecute(RequireAQueue));
            transport.UseOutboxScheduler(context);
            transport.ConfigureEndpoints(context);
        });
    }

    /// <summary>A message whose handler kills the process again and again must neither loop for ever nor vanish: the broker counts, and gives up into a queue.</summary>
    private static void Durable(IRabbitMqReceiveEndpointConfigurator endpoint, MessagingOptions options)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        endpoint.BindDeadLetterQueue(MessagingOptions.DeadLetterQueue, MessagingOptions.DeadLetterQueue, queue => queue.SetQueueArgument("x-queue-type", "quorum"));
    }

    /// <summary>A command that reaches no queue comes back as an error, so that its row stays in sight instead of the broker dropping it in silence.</summary>
    private static void RequireAQueue(SendContext context)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var rabbit) && context.DestinationAddress?.Query.Contains("bind=true", StringComparison.Ordinal) != true)
            rabbit.Mandatory = true;
    }
}
