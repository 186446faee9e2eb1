using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>What was shipped has arrived; the order is delivered once all of it was shipped.</summary>
internal static class Delivering
{
    public static OrderRefused? Apply(Order order, DateTimeOffset now)
    {
        if (order.Status is not (OrderStatus.Shipped or OrderStatus.PartiallyShipped))
            return Refusals.Because("not_shipped", $"Only what is on its way can arrive, and this order is {order.Status}.");
        order.Shipments = [.. order.Shipments.Select(parcel => parcel with { DeliveredAt = parcel.DeliveredAt ?? now })];
        if (order.Status == OrderStatus.Shipped)
            order.Status = OrderStatus.Delivered;
        return null;
    }
}
