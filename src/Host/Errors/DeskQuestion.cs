using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Errors;

/// <summary>Which failed messages, as typed on the command line or sent to the API.</summary>
internal sealed record DeskQuestion
{
    private const int LongestText = 500;

    public IReadOnlyList<string> Ids { get; init; } = [];
    public string? Queue { get; init; }
    public string? Type { get; init; }
    public string? Exception { get; init; }
    public string? OlderThan { get; init; }
    public string? NewerThan { get; init; }

    /// <summary>The filter, and every fault at once by the name of what is wrong.</summary>
    public DeadLetterFilter Read(DateTimeOffset now, Dictionary<string, string[]> faults)
    {
        foreach (var (name, text) in (IEnumerable<(string, string?)>)[("queue", Queue), ("type", Type), ("exception", Exception), .. Ids.Select(id => ("id", (string?)id))])
        {
            if (text is { Length: 0 or > LongestText })
                faults[name] = [$"Give 1 to {LongestText} characters, or leave {name} out."];
        }
        var filter = new DeadLetterFilter
        {
            Ids = Ids,
            Queue = Queue,
            Type = Type,
            Exception = Exception,
            FailedBefore = Instant("olderThan", OlderThan, now, faults),
            FailedAfter = Instant("newerThan", NewerThan, now, faults),
        };
        if (filter.FailedBefore <= filter.FailedAfter)
            faults["olderThan"] = ["Nothing is older than this and newer than newerThan: newerThan must be the longer age."];
        return filter;
    }

    /// <summary>As <see cref="Read"/>, for a decision: all of them only when that is said.</summary>
    public DeadLetterFilter ReadForDecision(bool all, DateTimeOffset now, Dictionary<string, string[]> faults)
    {
        var filter = Read(now, faults);
        if (filter.IsEmpty && !all && faults.Count == 0)
            faults["all"] = ["Name an id, a filter, or all."];
        if (!filter.IsEmpty && all)
            faults["all"] = ["Give either a filter or all: together they contradict each other."];
        return filter;
    }

    private static DateTimeOffset? Instant(string name, string? age, DateTimeOffset now, Dictionary<string, string[]> faults)
    {
        if (age is null)
            return null;
        if (Age.Parse(age) is { } span)
            return now - span;
        faults[name] = [$"'{age}' is no age: write a number and s, m, h or d, such as 90s, 30m, 2h or 7d."];
        return null;
    }
}
