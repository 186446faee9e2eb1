using System.Text.RegularExpressions;
using System.Xml.Linq;
using EcommerceBot.Architecture.Tests.House;

namespace EcommerceBot.Architecture.Tests.Messages;

/// <summary>What a contract type is, read from the first words of its summary.</summary>
internal enum MessageKind
{
    Command,
    Event,
    Question,
    Answer,

    /// <summary>Travels inside another message, or as JSON.</summary>
    Part,
}

/// <summary>A contract type with what its summary says about it.</summary>
/// <param name="Type">The record.</param>
/// <param name="Module">Whose contract it is.</param>
/// <param name="Kind">From the summary's first words.</param>
/// <param name="Summary">The words, references left out; empty where there are none.</param>
/// <param name="Answers">With a question: the answers its summary refers to after "answered with".</param>
internal sealed partial record Message(Type Type, string Module, MessageKind Kind, string Summary, IReadOnlyList<string> Answers)
{
    public static readonly IReadOnlyList<Message> All =
    [
        .. from module in House.Module.All
           let summaries = Summaries(module.Documentation)
           from type in module.Contracts.GetExportedTypes()
           orderby type.Name
           select Read(type, module.Name, summaries.GetValueOrDefault(type.FullName!)),
    ];

    /// <summary>Says nothing about itself that a kind can be told from, yet nothing else contains it.</summary>
    public static IEnumerable<string> Unexplained(IReadOnlyList<Message> messages)
    {
        var contained = messages.SelectMany(message => message.Type.GetProperties())
            .SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType)).ToHashSet();
        return messages
            .Where(message => message.Kind == MessageKind.Part && !IsResult(message) && !contained.Contains(message.Type))
            .Select(message => $"{message.Type.FullName}: begin its summary with Sent by, Published by, Asked by or Answered by, and say who.");
    }

    /// <summary>Has no summary at all, part or not.</summary>
    public static IEnumerable<string> Undocumented(IEnumerable<Message> messages) => messages
        .Where(message => message.Summary.Length == 0)
        .Select(message => $"{message.Type.FullName} has no summary: one sentence on who sends it and what the receiver may rely on.");

    /// <summary>Stands in the folder of another kind.</summary>
    public static IEnumerable<string> Misplaced(IEnumerable<Message> messages) =>
        from message in messages
        let folder = message.Kind switch
        {
            MessageKind.Command => "Commands",
            MessageKind.Event => "Events",
            MessageKind.Question or MessageKind.Answer => "Requests",
            _ => null,
        }
        where folder is not null && message.Type.Namespace!.Split('.')[^1] != folder
        select $"{message.Type.FullName} says it is {message.Kind}: it belongs in {folder}.";

    /// <summary>Questions whose summary names no answer, or one that is none.</summary>
    public static IEnumerable<string> Unanswered(IReadOnlyList<Message> messages)
    {
        var answers = messages.Where(message => message.Kind == MessageKind.Answer).Select(message => message.Type.Name).ToHashSet();
        return messages
            .Where(message => message.Kind == MessageKind.Question && (message.Answers.Count == 0 || !message.Answers.All(answers.Contains)))
            .Select(message => $"{message.Type.FullName}: end its summary with \"answered with\" and references to its answers.");
    }

    public static Message Read(Type type, string module, XElement? summary)
    {
        var words = summary is null ? "" : Spaces().Replace(summary.Value, " ").Trim();
        var kind = words.Split(' ') switch
        {
            ["Sent", "by", ..] => MessageKind.Command,
            ["Published", "by", ..] => MessageKind.Event,
            ["Asked", "by", ..] => MessageKind.Question,
            ["Answered", "by", ..] => MessageKind.Answer,
            _ => MessageKind.Part,
        };
        return new(type, module, kind, words, kind == MessageKind.Question ? AnswersIn(summary!) : []);
    }

    private static List<string> AnswersIn(XElement summary)
    {
        var (found, answers) = (false, new List<string>());
        foreach (var node in summary.Nodes())
        {
            found |= node is XText text && text.Value.Contains("answered with", StringComparison.Ordinal);
            if (found && node is XElement { Name.LocalName: "see" } see && see.Attribute("cref")?.Value is { } target && target.StartsWith("T:", StringComparison.Ordinal))
                answers.Add(target[(target.LastIndexOf('.') + 1)..]);
        }
        return answers;
    }

    private static bool IsResult(Message message) => message.Type.Namespace!.EndsWith(".Results", StringComparison.Ordinal);

    private static Dictionary<string, XElement?> Summaries(XDocument documentation) => documentation.Descendants("member")
        .Where(member => member.Attribute("name")!.Value.StartsWith("T:", StringComparison.Ordinal))
        .ToDictionary(member => member.Attribute("name")!.Value[2..], member => member.Element("summary"));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
