using MassTransit;

namespace EcommerceBot.Architecture.Tests.Consumers;

/// <summary>What a type consumes: a consumer by its interfaces, a state machine by its events and schedules.</summary>
internal static class Consumption
{
    public static IEnumerable<Type> ConsumersIn(IEnumerable<Type> types) =>
        types.Where(type => type is { IsClass: true, IsAbstract: false } && (IsConsumer(type) || IsMachine(type)));

    public static IReadOnlyList<Type> MessagesOf(Type consumer) =>
    [
        .. Closed(consumer.GetInterfaces(), typeof(IConsumer<>)).Select(type => type.GetGenericArguments()[0]),
        .. IsMachine(consumer) ? EventsOf(consumer) : [],
    ];

    public static bool IsMachine(Type type) => StateOf(type) is not null;

    /// <summary>The instance type of a state machine.</summary>
    public static Type? StateOf(Type type) => Closed(type.GetInterfaces(), typeof(SagaStateMachine<>)).FirstOrDefault()?.GetGenericArguments()[0];

    private static bool IsConsumer(Type type) => Closed(type.GetInterfaces(), typeof(IConsumer<>)).Any();

    private static IEnumerable<Type> EventsOf(Type machine)
    {
        var properties = machine.GetProperties().Select(property => property.PropertyType).ToList();
        return
        [
            .. Closed(properties, typeof(Event<>)).Select(type => type.GetGenericArguments()[0]),
            .. Closed(properties, typeof(Schedule<,>)).Select(type => type.GetGenericArguments()[1]),
        ];
    }

    private static IEnumerable<Type> Closed(IEnumerable<Type> types, Type open) =>
        types.Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == open);
}
