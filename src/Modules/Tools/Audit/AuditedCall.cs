namespace EcommerceBot.Tools.Audit;

/// <summary>One call as it is kept: who, what, how it ended. Of the arguments only their form is kept, since what they say is the shopper's.</summary>
internal sealed class AuditedCall
{
    public const int LongestTool = 60;
    public const int LongestOutcome = 60;
    public const int LongestForm = 500;

    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string OwnerId { get; init; }

    /// <summary><c>agent</c> for the shop's own, <c>mcp</c> for a caller from outside.</summary>
    public required string Via { get; init; }
    public required string Tool { get; init; }

    /// <summary><c>ok</c>, the refusal's code, <c>cancelled</c> or <c>failed</c>.</summary>
    public required string Outcome { get; init; }
    public required int DurationMs { get; init; }

    /// <summary>Such as <c>{cart_id,add[2]{sku,quantity}}</c>.</summary>
    public required string ArgumentForm { get; init; }
}
