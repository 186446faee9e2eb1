using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.AfterSales.Admin;

/// <summary>A parcel leaves; the order is shipped once nothing is left to send.</summary>
internal static class Shipping
{
    public static OrderRefused? Apply(Order order, IReadOnlyList<ReturnedItem> items, string? carrier, string? tracking, DateTimeOffset now)
    {
        if (order.Status is not (OrderStatus.Placed or OrderStatus.Processing or OrderStatus.PartiallyShipped))
            return Refusals.Because("not_pending", $"Nothing of this order can be shipped: it is {order.Status}.");
        if (carrier?.Length > 40 || tracking?.Length > 60 || $"{carrier}{tracking}".Any(char.IsControl))
            return Refusals.Because("invalid_tracking", "A carrier has at most 40 and a tracking number at most 60 characters.");
        var left = Left(order);
        if (items.Count > 0 && ItemSwap.RefuseSize(items.Count, items.Select(item => item.Quantity)) is { } size)
            return size;
        var parcel = items.Count > 0 ? items : [.. left.Select(item => new ReturnedItem { Sku = item.Key, Quantity = item.Value })];
        foreach (var item in parcel)
        {
            if (left.GetValueOrDefault(item.Sku) < item.Quantity)
                return ItemSwap.UnknownItem(item.Sku);
            left[item.Sku] -= item.Quantity;
        }
        order.Shipments =
        [
            .. order.Shipments,
            new OrderShipment { Carrier = carrier, TrackingNumber = tracking, TrackingUrl = Carriers.Link(carrier, tracking), Items = parcel, ShippedAt = now },
        ];
        order.Status = left.Values.All(pieces => pieces == 0) ? OrderStatus.Shipped : OrderStatus.PartiallyShipped;
        return null;
    }

    /// <summary>Pieces of each SKU that have not left.</summary>
    public static Dictionary<string, int> Left(Order order) => order.Lines.GroupBy(line => line.Sku).ToDictionary(
        same => same.Key,
        same => same.Sum(line => line.Quantity) - order.Shipments.SelectMany(parcel => parcel.Items).Where(item => item.Sku == same.Key).Sum(item => item.Quantity));
}
