namespace EcommerceBot.Outbox.Failures;

/// <summary>A message nobody could handle, as it lies in its store: a row of the embedded one, or a message in a broker's queue.</summary>
public sealed record DeadLetter
{
    /// <summary>Names it at the desk. It changes when the message fails again; <see cref="MessageId"/> does not.</summary>
    public required string Id { get; init; }

    /// <summary>The queue it was meant for, and goes back to.</summary>
    public required string Queue { get; init; }

    /// <summary><c>error</c> (its retries are exhausted), <c>skipped</c> (no consumer for its type) or <c>dead</c> (its handler took the process with it).</summary>
    public required string Kind { get; init; }

    /// <summary>What the inbox knows it by; null where it has none, and then nothing protects a replay.</summary>
    public Guid? MessageId { get; init; }

    /// <summary><c>Namespace:Type</c>; empty when it cannot be told from what arrived.</summary>
    public string MessageType { get; init; } = "";

    /// <summary>As the sender declared it.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>Full name of the last exception's type; null where it never reached a consumer.</summary>
    public string? ExceptionType { get; init; }

    /// <summary>The last exception's message, cut to 2,048 characters or fewer.</summary>
    public string? ExceptionMessage { get; init; }

    /// <summary>Where it was thrown, cut likewise.</summary>
    public string? StackTrace { get; init; }

    /// <summary>UTC; null when the store does not say.</summary>
    public DateTimeOffset? FailedAt { get; init; }

    /// <summary>Retries within the last delivery.</summary>
    public int? Retries { get; init; }

    /// <summary>As it arrived.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }
}
