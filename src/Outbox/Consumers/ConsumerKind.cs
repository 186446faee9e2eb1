namespace EcommerceBot.Outbox.Consumers;

/// <summary>How a consumer touches the store. Each is registered as exactly one of these; Architecture.Tests hold it to it.</summary>
public enum ConsumerKind
{
    /// <summary>Inbox, changes and outgoing messages in one short transaction. Never waits for HTTP, a model or another module.</summary>
    Transactional,

    /// <summary>Reads and answers; writes nothing.</summary>
    Query,

    /// <summary>May wait for the outside with no transaction open, then commits in a fresh scope. Guards its own effects by keys and claims.</summary>
    Worker,
}

/// <summary>What a module declared about one consumer or saga; in the container for tests and for the generated message map.</summary>
/// <param name="Type">The consumer or state machine.</param>
/// <param name="Kind">How it touches the store.</param>
/// <param name="ContextType">The context of its inbox; null for a query or worker.</param>
public sealed record ConsumerDeclaration(Type Type, ConsumerKind Kind, Type? ContextType);
