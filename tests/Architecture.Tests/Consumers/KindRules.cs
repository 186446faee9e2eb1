using System.Reflection;
using EcommerceBot.Outbox.Consumers;

namespace EcommerceBot.Architecture.Tests.Consumers;

/// <summary>What each kind of consumer may be given.</summary>
internal static class KindRules
{
    private static readonly string[] Waiting =
        ["IRequestClient`1", "IClientFactory", "IScopedClientFactory", "HttpClient", "IHttpClientFactory", "IChatClient"];

    private static readonly string[] Sending = ["IPublishEndpoint", "ISendEndpointProvider", "IMessageScheduler", "IServiceScopeFactory"];

    /// <summary>A transaction must not stay open over a wait; a query writes nothing.</summary>
    public static IEnumerable<string> OfConsumer(ConsumerDeclaration declaration) => declaration.Kind switch
    {
        ConsumerKind.Transactional => Injected(declaration.Type, Waiting, "holds a transaction and may not wait for another: make it a worker"),
        ConsumerKind.Query => Injected(declaration.Type, Sending, "is a query and sends or writes nothing: make it transactional"),
        _ => [],
    };

    /// <summary>An activity runs inside its saga's transaction.</summary>
    public static IEnumerable<string> OfActivity(Type type) =>
        type.GetInterfaces().Any(face => face.Name.StartsWith("IStateMachineActivity`", StringComparison.Ordinal))
        ? Injected(type, Waiting, "runs in its saga's transaction and may not wait: let the saga send a command instead")
        : [];

    private static IEnumerable<string> Injected(Type type, string[] forbidden, string because) => type.GetConstructors(Declared)
        .SelectMany(constructor => constructor.GetParameters())
        .Where(parameter => forbidden.Contains(parameter.ParameterType.Name))
        .Select(parameter => $"{type.FullName} takes {parameter.ParameterType.Name}, but {because}.");

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
}
