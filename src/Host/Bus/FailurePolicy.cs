using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;
using MassTransit;
using MassTransit.Middleware;

namespace EcommerceBot.Host.Bus;

/// <summary>
/// What happens when a message fails, in one place. A command or event is tried at once, then with growing and jittered pauses, then minutes
/// later from a row, then it is a dead letter; one that can never be handled is a dead letter at once. A request is only tried for as long as
/// its asker waits, and never kept: the asker gets the fault.
/// </summary>
internal sealed class FailurePolicy(RetryOptions options)
{
    // Enough to tell an outage from one bad message.
    private const int SwitchAfter = 10;
    private const double SwitchShare = 0.5;

    public void Configure(IRegistrationContext context, string queue, IReceiveEndpointConfigurator endpoint)
    {
        if (AnswersRequests(context, queue))
        {
            endpoint.ConfigureError(error => error.UseFilter(new GenerateFaultFilter()));
            endpoint.UseMessageRetry(retry => retry.Exponential(4, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50)));
            return;
        }
        // Outermost first. The switch only ever opens on the store's or broker's fault, and then the queue keeps its messages.
        endpoint.UseKillSwitch(killSwitch => killSwitch.SetActivationThreshold(SwitchAfter).SetTripThreshold(SwitchShare).SetRestartTimeout(options.SwitchRestart)
            .SetExceptionFilter(filter => filter.Handle<Exception>(InfrastructureFault.Is)));
        endpoint.UseScheduledRedelivery(retry =>
        {
            // Its schedule is a row: with the store away it could not be written, and the message would be a dead letter for no fault of its own.
            retry.Ignore<Exception>(InfrastructureFault.Is);
            retry.Ignore<Exception>(HopelessFault.Is);
            retry.Exponential(options.Redeliveries, options.RedeliveryPause, options.RedeliveryPause * 60, options.RedeliveryPause);
        });
        // Disjoint on purpose: MassTransit's outer retry gives up whatever an inner one has already tried, so stages that follow each other must be one.
        endpoint.UseMessageRetry(retry =>
        {
            retry.Handle<Exception>(InfrastructureFault.Is);
            retry.Exponential(options.WhileAway, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10), TimeSpan.FromMilliseconds(300));
        });
        endpoint.UseMessageRetry(retry =>
        {
            retry.Ignore<Exception>(InfrastructureFault.Is);
            retry.Ignore<Exception>(HopelessFault.Is);
            retry.Intervals(Pauses());
        });
    }

    public static bool AnswersRequests(IRegistrationContext context, string queue) => context.GetServices<ConsumerDeclaration>()
        .Where(consumer => ModuleEndpointNames.QueueOf(consumer.Type) == queue)
        .SelectMany(consumer => consumer.Type.GetInterfaces())
        .Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>)
            && type.GetGenericArguments()[0].Namespace?.EndsWith(".Requests", StringComparison.Ordinal) == true);

    /// <summary>None for the first tries, then growing ones. Their jitter differs by queue and process; within a queue its workers are few.</summary>
    private TimeSpan[] Pauses() =>
    [
        .. Enumerable.Repeat(TimeSpan.Zero, options.Immediate),
        .. Enumerable.Range(0, options.Paused).Select(n => TimeSpan.FromMilliseconds(Math.Min(100 << n, 5_000) * (0.75 + Random.Shared.NextDouble() / 2))),
    ];
}
