namespace EcommerceBot.Catalog.Stock;

/// <summary>The key of stock that was booked once, kept for good: a second message with it books nothing.</summary>
internal sealed class StockRequest
{
    public const int LongestKey = 200;

    public required string Key { get; init; }

    /// <summary>SHA-256 over what was asked.</summary>
    public required byte[] Fingerprint { get; init; }
    public required DateTimeOffset At { get; init; }
}
