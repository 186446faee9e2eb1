using EcommerceBot.Architecture.Tests.Consumers;
using EcommerceBot.Architecture.Tests.House;
using EcommerceBot.Architecture.Tests.Messages;

namespace EcommerceBot.Architecture.Tests.MessageMap;

/// <summary>The text of docs/messages.md.</summary>
internal static class MessageMapDocument
{
    public const string Path = "docs/messages.md";

    private const string Head =
        """
        # Messages

        Who says what to whom. Commands and requests have one consumer; events have as many as care. Generated from the assemblies and
        sources; a test fails when it is stale. Renew it with `UPDATE_DOCS=1 dotnet run --project tests/Architecture.Tests`.
        """;

    public static string Render(IReadOnlyList<Message> messages, IReadOnlyList<Type> consumers, IReadOnlyList<SourceFile> sources) =>
        string.Join('\n', messages.GroupBy(message => message.Module)
            .OrderBy(module => module.Key, StringComparer.Ordinal)
            .SelectMany(module => Section(module.Key, module, consumers, sources))
            .Prepend(Head)) + "\n";

    private static IEnumerable<string> Section(
        string module, IEnumerable<Message> messages, IReadOnlyList<Type> consumers, IReadOnlyList<SourceFile> sources) =>
    [
        "",
        $"## {module}",
        "",
        "| message | kind | sent by | handled by |",
        "| --- | --- | --- | --- |",
        .. messages.Where(message => message.Kind is MessageKind.Command or MessageKind.Event or MessageKind.Question)
            .OrderBy(message => message.Kind).ThenBy(message => message.Type.Name, StringComparer.Ordinal)
            .Select(message => Row(message, consumers, sources)),
        .. consumers.Where(type => Consumption.IsMachine(type) && ModuleOf(type) == module)
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .SelectMany(SagaMap.Render),
    ];

    private static string Row(Message message, IReadOnlyList<Type> consumers, IReadOnlyList<SourceFile> sources)
    {
        var answers = message.Answers.Count == 0 ? "" : $" → {string.Join(" or ", message.Answers.Select(answer => $"`{answer}`"))}";
        var kind = message.Kind == MessageKind.Question ? "request" : message.Kind.ToString().ToLowerInvariant();
        var handlers = consumers.Where(consumer => Consumption.MessagesOf(consumer).Contains(message.Type))
            .Select(consumer => $"{ModuleOf(consumer)} `{consumer.Name}`").Order(StringComparer.Ordinal);
        return $"| `{message.Type.Name}`{answers} | {kind} | {OrNobody(Senders.Of(message.Type.Name, sources))} | {OrNobody(handlers)} |";
    }

    private static string OrNobody(IEnumerable<string> names) => string.Join(", ", names) is { Length: > 0 } joined ? joined : "nobody yet";

    private static string ModuleOf(Type type) => type.Assembly.GetName().Name!.Split('.')[1];
}
