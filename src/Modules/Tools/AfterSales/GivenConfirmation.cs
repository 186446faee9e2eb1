namespace EcommerceBot.Tools.AfterSales;

/// <summary>A confirmation that was accepted; the row is kept for good, as the key is.</summary>
internal sealed class GivenConfirmation
{
    public required string OwnerId { get; init; }
    public required string Key { get; init; }
    public required string Confirmation { get; init; }
    public required DateTimeOffset GivenAt { get; init; }
}
