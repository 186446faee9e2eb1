using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;
using MassTransit;

namespace EcommerceBot.Host.Errors.Broker;

/// <summary>One of the queues in which the broker keeps what a queue's consumers could not handle.</summary>
/// <param name="Queue">The queue the messages were meant for.</param>
/// <param name="Kind">error, skipped or dead; also the end of its name.</param>
internal sealed record BrokerPlace(string Queue, string Kind)
{
    private static readonly string[] Kinds = ["error", "skipped", "dead"];

    /// <summary>As the management page shows it.</summary>
    public string Name => $"{Queue}_{Kind}";

    public static IEnumerable<BrokerPlace> Of(string queue) => Kinds.Select(kind => new BrokerPlace(queue, kind));

    /// <summary>AMQP lists no queues, so they are told from what the modules declare. A queue of an older version is found when its name is given.</summary>
    public static List<string> QueuesOf(IEnumerable<ConsumerDeclaration> declarations) =>
        [.. declarations.Select(declaration => QueueOf(declaration.Type)).Distinct().Order(StringComparer.Ordinal)];

    private static string QueueOf(Type type)
    {
        for (var machine = type; machine is not null; machine = machine.BaseType)
        {
            if (machine.IsGenericType && machine.GetGenericTypeDefinition() == typeof(MassTransitStateMachine<>))
                return ModuleEndpointNames.QueueOfSaga(machine.GetGenericArguments()[0]);
        }
        return ModuleEndpointNames.QueueOf(type);
    }
}
