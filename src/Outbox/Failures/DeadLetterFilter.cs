using System.Globalization;

namespace EcommerceBot.Outbox.Failures;

/// <summary>Which dead letters: those that fit all that is given. What has no known time fits no bound on its age.</summary>
public sealed record DeadLetterFilter
{
    /// <summary>Any of these, each an <see cref="DeadLetter.Id"/> or a message id; empty for any.</summary>
    public IReadOnlyList<string> Ids { get; init; } = [];

    /// <summary>The whole name of the queue they were meant for.</summary>
    public string? Queue { get; init; }

    /// <summary>Part of the message type, in any case.</summary>
    public string? Type { get; init; }

    /// <summary>Part of the exception's type or message, in any case.</summary>
    public string? Exception { get; init; }

    /// <summary>Failed before this instant.</summary>
    public DateTimeOffset? FailedBefore { get; init; }

    /// <summary>Failed after this instant.</summary>
    public DateTimeOffset? FailedAfter { get; init; }

    /// <summary>Nothing is given: it fits every dead letter.</summary>
    public bool IsEmpty => this is { Ids.Count: 0, Queue: null, Type: null, Exception: null, FailedBefore: null, FailedAfter: null };

    /// <summary>One meaning for every store.</summary>
    public bool Fits(DeadLetter letter) =>
        (Ids.Count == 0 || Ids.Any(id => Names(letter, id)))
        && (Queue is null || letter.Queue == Queue)
        && (Type is null || Has(letter.MessageType, Type))
        && (Exception is null || Has(letter.ExceptionType, Exception) || Has(letter.ExceptionMessage, Exception))
        && (FailedBefore is null || letter.FailedAt < FailedBefore)
        && (FailedAfter is null || letter.FailedAt > FailedAfter);

    /// <summary>For the audit row: what was asked, in words.</summary>
    public string Describe()
    {
        if (IsEmpty)
            return "all";
        List<string> parts = [.. Ids.Select(id => $"id={id}")];
        Add("queue", Queue);
        Add("type", Type);
        Add("exception", Exception);
        Add("before", FailedBefore?.ToString("u", CultureInfo.InvariantCulture));
        Add("after", FailedAfter?.ToString("u", CultureInfo.InvariantCulture));
        return string.Join(' ', parts);

        void Add(string name, string? value)
        {
            if (value is not null)
                parts.Add($"{name}={value}");
        }
    }

    private static bool Names(DeadLetter letter, string id) =>
        string.Equals(letter.Id, id, StringComparison.OrdinalIgnoreCase) || (Guid.TryParse(id, out var message) && letter.MessageId == message);

    private static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
