using EcommerceBot.Orders.Idempotency;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>What a customer wants of an order: which one, what its event is called, whose call it is, and whether it is only to be shown.</summary>
internal sealed record Wish(string OrderNumber, string Change, KeyedCall Call, bool IsPreview);
