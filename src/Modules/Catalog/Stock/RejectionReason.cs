namespace EcommerceBot.Catalog.Stock;

/// <summary>The reasons of <c>StockRejected</c>, as its contract lists them.</summary>
internal static class RejectionReason
{
    public const string Short = "short";
    public const string Expired = "expired";
}
