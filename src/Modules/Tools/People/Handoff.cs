namespace EcommerceBot.Tools.People;

/// <summary>That a person was asked for, once per owner and key.</summary>
internal sealed class Handoff
{
    public const int LongestReason = 500;

    public required string OwnerId { get; init; }
    public required string Key { get; init; }
    public required string Reason { get; init; }
    public required DateTimeOffset RequestedAt { get; init; }
}
