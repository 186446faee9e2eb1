namespace EcommerceBot.Orders.AfterSales;

/// <summary>Where an order stands, as it is stored and told.</summary>
internal static class OrderStatus
{
    public const string Placed = "placed";
    public const string Processing = "processing";
    public const string PartiallyShipped = "partially_shipped";
    public const string Shipped = "shipped";
    public const string Delivered = "delivered";
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string ReturnRequested = "return_requested";
    public const string Returned = "returned";
    public const string ExchangeRequested = "exchange_requested";
    public const string Exchanged = "exchanged";
}
