using System.Reflection;
using EcommerceBot.Architecture.Tests.Messages;
using EcommerceBot.Outbox;
using EcommerceBot.Outbox.Consumers;

namespace EcommerceBot.Architecture.Tests.Consumers;

/// <summary>Every consumer is registered once, every command and question has one consumer, every consumer has a queue of its own.</summary>
internal static class ConsumerRules
{
    public static IEnumerable<string> Unregistered(IEnumerable<Type> types, IEnumerable<ConsumerDeclaration> declarations)
    {
        var times = declarations.CountBy(declaration => declaration.Type).ToDictionary();
        return Consumption.ConsumersIn(types)
            .Where(type => times.GetValueOrDefault(type) != 1)
            .Select(type => $"{type.FullName} is registered {times.GetValueOrDefault(type)} times: state its kind once in Add…Consumers.");
    }

    /// <summary>Commands and questions that not exactly one consumer takes, and answers that one does.</summary>
    public static IEnumerable<string> WronglyConsumed(IEnumerable<Message> messages, IEnumerable<Type> consumers)
    {
        var takers = consumers.SelectMany(consumer => Consumption.MessagesOf(consumer), (consumer, message) => (consumer.Name, Message: message))
            .ToLookup(taking => taking.Message, taking => taking.Name);
        return
            from message in messages
            let expected = message.Kind switch
            {
                MessageKind.Command or MessageKind.Question => 1,
                MessageKind.Answer => 0,
                _ => takers[message.Type].Count(),
            }
            where takers[message.Type].Count() != expected
            select $"{message.Type.FullName} ({message.Kind}) is consumed by {takers[message.Type].Count()}, should be {expected}: {string.Join(", ", takers[message.Type])}";
    }

    public static IEnumerable<string> SharedQueues(IEnumerable<Type> consumers) => consumers
        .GroupBy(QueueOf, StringComparer.Ordinal)
        .Where(queue => queue.Count() > 1)
        .Select(queue => $"The queue {queue.Key} has {queue.Count()} consumers, they would take each other's messages: {string.Join(", ", queue)}");

    public static string QueueOf(Type consumer) => Consumption.StateOf(consumer) is { } state
        ? (string)SagaName.MakeGenericMethod(state).Invoke(ModuleEndpointNames.Instance, null)!
        : ModuleEndpointNames.QueueOf(consumer);

    private static readonly MethodInfo SagaName = typeof(ModuleEndpointNames).GetMethod(nameof(ModuleEndpointNames.Saga))!;
}
