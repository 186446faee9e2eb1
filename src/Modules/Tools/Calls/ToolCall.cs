namespace EcommerceBot.Tools.Calls;

/// <summary>One call of a tool, from a conversation's agent or from outside.</summary>
internal sealed record ToolCall
{
    public required string Tool { get; init; }

    /// <summary>A JSON object.</summary>
    public required string Arguments { get; init; }

    /// <summary>For whom it acts.</summary>
    public required string OwnerId { get; init; }

    /// <summary>Who the caller was before they were known, where that is proved.</summary>
    public string? GuestOwnerId { get; init; }

    /// <summary>The caller's idempotency key; null lets the arguments bring one, else each call is new.</summary>
    public string? Key { get; init; }

    /// <summary>What the caller may do; null for the shop's own agents, which may do what their shopper may.</summary>
    public IReadOnlyList<string>? Scopes { get; init; }

    /// <summary>Whether the caller is one from outside, for the audit.</summary>
    public bool FromOutside => Scopes is not null;

    /// <summary>When the caller stops waiting, UTC; null where it did not say.</summary>
    public DateTime? Until { get; init; }
}
