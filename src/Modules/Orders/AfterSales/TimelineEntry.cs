namespace EcommerceBot.Orders.AfterSales;

/// <summary>Something that happened to an order: <c>placed</c>, a change as OrderChanged names it, or <c>noted</c>.</summary>
internal sealed record TimelineEntry(DateTimeOffset At, string What, bool ByOperator, string? Note);
