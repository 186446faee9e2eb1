using System.Text;
using EcommerceBot.Outbox.Failures;

namespace EcommerceBot.Host.Errors;

/// <summary>A failed message in a list, by REST and by <c>--json</c>.</summary>
internal sealed record FailedMessageView
{
    /// <summary>Names it at the desk; another one each time it fails.</summary>
    public required string Id { get; init; }

    /// <summary>The queue it was meant for.</summary>
    public required string Queue { get; init; }

    /// <summary>error, skipped or dead.</summary>
    public required string Kind { get; init; }

    /// <summary>Stays the same through replays; null where it has none.</summary>
    public required Guid? MessageId { get; init; }

    /// <summary>Null when what arrived is no message.</summary>
    public required string? Type { get; init; }

    /// <summary>UTC; null when unknown.</summary>
    public required DateTimeOffset? FailedAt { get; init; }
    public required string? ExceptionType { get; init; }
    public required string? ExceptionMessage { get; init; }

    /// <summary>Bytes of the body.</summary>
    public required int Size { get; init; }

    /// <summary>The first bytes of what is no message; null for one, whose body may hold a customer's words.</summary>
    public required string? Raw { get; init; }

    public static FailedMessageView Of(DeadLetter letter) => new()
    {
        Id = letter.Id,
        Queue = letter.Queue,
        Kind = letter.Kind,
        MessageId = letter.MessageId,
        Type = letter.MessageType.Length > 0 ? letter.MessageType : null,
        FailedAt = letter.FailedAt,
        ExceptionType = letter.ExceptionType,
        ExceptionMessage = letter.ExceptionMessage,
        Size = letter.Body.Length,
        Raw = letter.MessageType.Length > 0 ? null : BodyText.First(letter.Body, 64),
    };
}

/// <summary>One failed message with all that is known.</summary>
internal sealed record FailedMessageDetails
{
    public required FailedMessageView Message { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Retries within its last delivery.</summary>
    public required int? Retries { get; init; }
    public required string? StackTrace { get; init; }

    /// <summary>At most the first 64 KiB: text, or <c>0x…</c> where it is none.</summary>
    public required string Body { get; init; }

    public static FailedMessageDetails Of(DeadLetter letter) => new()
    {
        Message = FailedMessageView.Of(letter),
        ContentType = letter.ContentType,
        Retries = letter.Retries,
        StackTrace = letter.StackTrace,
        Body = BodyText.First(letter.Body, 64 * 1024),
    };
}

/// <summary>Bytes for people.</summary>
internal static class BodyText
{
    /// <summary>The first bytes as text; as hex when they are no UTF-8 or would drive a terminal.</summary>
    public static string First(ReadOnlyMemory<byte> body, int most)
    {
        var first = body.Span[..Math.Min(body.Length, most)];
        var more = body.Length > most ? "…" : "";
        var text = Encoding.UTF8.GetString(first);
        // A cut inside a character leaves one replacement at the end, which says nothing against the rest.
        var whole = more.Length > 0 ? text.TrimEnd('\uFFFD') : text;
        return whole.Contains('\uFFFD', StringComparison.Ordinal) || whole.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'))
            ? $"0x{Convert.ToHexStringLower(first)}{more}"
            : whole + more;
    }
}
