using System.CommandLine;
using EcommerceBot.Host.Errors;

namespace EcommerceBot.Host.Commands;

/// <summary>The filters that <c>errors list</c>, <c>replay</c> and <c>discard</c> share.</summary>
internal sealed class ErrorsOptions
{
    private readonly Option<string[]> _ids = new("--id") { Description = "An id as the list shows it, or a message id. Repeat it for several.", DefaultValueFactory = _ => [] };
    private readonly Option<string?> _queue = new("--queue") { Description = "The queue they were meant for, such as orders-start-checkout." };
    private readonly Option<string?> _type = new("--type") { Description = "Part of the message type." };
    private readonly Option<string?> _exception = new("--exception") { Description = "Part of the exception's type or message." };
    private readonly Option<string?> _olderThan = new("--older-than") { Description = "Failed longer ago than this: 90s, 30m, 2h, 7d." };
    private readonly Option<string?> _newerThan = new("--newer-than") { Description = "Failed less long ago than this." };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_ids, _queue, _type, _exception, _olderThan, _newerThan])
            command.Options.Add(option);
    }

    public DeskQuestion Read(ParseResult arguments) => new()
    {
        Ids = arguments.GetValue(_ids) ?? [],
        Queue = arguments.GetValue(_queue),
        Type = arguments.GetValue(_type),
        Exception = arguments.GetValue(_exception),
        OlderThan = arguments.GetValue(_olderThan),
        NewerThan = arguments.GetValue(_newerThan),
    };
}
