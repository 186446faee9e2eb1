using EcommerceBot.Host.Watching;
using EcommerceBot.Outbox;
using MassTransit;

namespace EcommerceBot.Host.Bus;

/// <summary>
/// RabbitMQ as the shop uses it: quorum queues, confirmed publishes, commands that must reach a queue, and a dead-letter queue for messages
/// whose handler kills the process again and again.
/// </summary>
internal static class RabbitMqTransport
{
    /// <param name="bus">With all consumers, also where another Host runs them: their queues are known, and so are their dead letters.</param>
    /// <param name="broker">Its address.</param>
    /// <param name="options">How much is done at once.</param>
    /// <param name="consumes">False for a Host that only sends and asks.</param>
    public static void UseRabbitMq(this IBusRegistrationConfigurator bus, Uri broker, MessagingOptions options, bool consumes = true)
    {
        bus.AddConfigureEndpointsCallback((context, queue, endpoint) => ConfigureQueue(context, queue, (IRabbitMqReceiveEndpointConfigurator)endpoint, options));
        bus.UsingRabbitMq((context, transport) =>
        {
            transport.Host(broker, "ecommercebot", host =>
            {
                host.PublisherConfirmation = true;
                host.Heartbeat(TimeSpan.FromSeconds(10));
            });
            transport.UseFilter(new CorrelatedLogs());
            transport.UseOutboxScheduler(context);
            transport.ConfigureSend(pipe => pipe.UseExecute(RequireQueue));
            if (consumes)
                transport.ConfigureEndpoints(context);
        });
    }

    private static void ConfigureQueue(IRegistrationContext context, string queue, IRabbitMqReceiveEndpointConfigurator endpoint, MessagingOptions options)
    {
        endpoint.SetQuorumQueue();
        endpoint.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        // The broker dead-letters what expires too: requests nobody waits for any more would lie there as if they had killed a handler.
        if (!FailurePolicy.AnswersRequests(context, queue))
            endpoint.BindDeadLetterQueue($"{queue}_dead", $"{queue}_dead", dead => dead.SetQueueArgument("x-queue-type", "quorum"));
        endpoint.ConcurrentMessageLimit = options.LimitOf(queue);
        endpoint.PrefetchCount = options.LimitOf(queue) + options.Prefetch;
    }

    /// <summary>
    /// A command without a queue comes back to the relay, whose row stays, instead of vanishing. An event may have no subscriber, and a reply's
    /// asker may be gone: those may vanish. Exchanges of published types have a colon in their name (<c>Namespace:Type</c>), queues never.
    /// </summary>
    private static void RequireQueue(SendContext context)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var send))
            send.Mandatory = context.RequestId is null && !Uri.UnescapeDataString(context.DestinationAddress?.AbsolutePath ?? ":").Contains(':', StringComparison.Ordinal);
    }
}
