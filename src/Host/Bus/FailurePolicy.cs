using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;
using MassTransit;
using MassTransit.Middleware;

namespace EcommerceBot.Host.Bus;

/// <summary>
/// What happens when a message fails, in one place. A command or event is tried at once, then with growing and jittered pauses, then minutes
/// later from a row, then it is a dead letter. A request is only tried for as long as its asker waits, and never kept: the asker gets the fault.
/// </summary>
internal static class FailurePolicy
{
    public static void Configure(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        if (AnswersRequests(context, queue))
        {
            endpoint.ConfigureError(error => error.UseFilter(new GenerateFaultFilter()));
            endpoint.UseMessageRetry(retry => retry.Exponential(4, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50)));
            return;
        }
        // Outermost first. The switch only ever opens on the store's or broker's fault, and then the queue keeps its messages.
        endpoint.UseKillSwitch(options => options.SetActivationThreshold(10).SetTripThreshold(0.5).SetRestartTimeout(m: 1)
            .SetExceptionFilter(filter => filter.Handle<Exception>(InfrastructureFault.Is)));
        endpoint.UseScheduledRedelivery(retry =>
        {
            // Its schedule is a row: with the store away it could not be written, and the message would be a dead letter for no fault of its own.
            retry.Ignore<Exception>(InfrastructureFault.Is);
            retry.Exponential(5, TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30), TimeSpan.FromSeconds(30));
        });
        // About a quarter of an hour, well inside RabbitMQ's 30 minutes for an unacknowledged delivery.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(InfrastructureFault.Is);
            retry.Exponential(90, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(300));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(InfrastructureFault.Is);
            retry.Exponential(5, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(5), TimeSpan.FromMilliseconds(200));
        });
        endpoint.UseMessageRetry(retry => retry.Immediate(2));
    }

    public static bool AnswersRequests(IRegistrationContext context, string queue) => context.GetServices<ConsumerDeclaration>()
        .Where(consumer => ModuleEndpointNames.QueueOf(consumer.Type) == queue)
        .SelectMany(consumer => consumer.Type.GetInterfaces())
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>)
            && type.GetGenericArguments()[0].Namespace?.EndsWith(".Requests", StringComparison.Ordinal) == true);
}
