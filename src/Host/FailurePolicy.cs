using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;
using MassTransit;

namespace EcommerceBot.Host;

/// <summary>
/// What happens when a consumer throws, outermost filter first: kill switch, redelivery minutes later from a row, retry with growing and
/// jittered pauses, retry at once; then the error queue. A request is only tried for as long as its asker waits.
/// </summary>
internal static class FailurePolicy
{
    public static void Apply(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
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
