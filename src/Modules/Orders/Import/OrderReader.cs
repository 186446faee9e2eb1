using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.Import;

/// <summary>One order with its items, parcels and payments. What the file does not say happened at the time of the import.</summary>
internal static class OrderReader
{
    private static readonly Dictionary<string, string> Statuses = new()
    {
        ["pending"] = OrderStatus.Placed,
        ["processed"] = OrderStatus.Processing,
        [OrderStatus.Placed] = OrderStatus.Placed,
        [OrderStatus.Processing] = OrderStatus.Processing,
        [OrderStatus.Shipped] = OrderStatus.Shipped,
        [OrderStatus.Delivered] = OrderStatus.Delivered,
        [OrderStatus.Completed] = OrderStatus.Completed,
        [OrderStatus.Cancelled] = OrderStatus.Cancelled,
    };

    public static Order Read(JsonFields record, string currency, DateTimeOffset now)
    {
        var decimals = Money.Decimals(currency);
        var lines = PieceCount.Merge(record.Records("items").Select(item => Line(item, decimals)));
        if (lines.Count is 0 or > CartRules.MostLines)
            record.Fault($"an order has 1 to {CartRules.MostLines} items");
        var payments = record.Records("payment_history");
        var order = new Order
        {
            Number = record.Required("order_id", 32).ToUpperInvariant(),
            CheckoutId = Guid.CreateVersion7(now),
            OwnerId = record.Required("user_id", 100),
            Status = Status(record),
            Lines = lines,
            Total = CartTotals.Total(lines),
            Currency = currency,
            PaymentId = payments.Count == 0 ? "" : payments[0].Required("payment_method_id", 255),
            ShipTo = CustomerReader.Address(record),
            PlacedAt = now,
            Shipments = [.. record.Records("fulfillments").Select(Shipment)],
        };
        order.BuyerAddress = order.ShipTo is null ? null : AddressText.Of(order.ShipTo);
        foreach (var payment in payments)
            Enter(order, payment, decimals, now);
        return order;
    }

    private static string Status(JsonFields record)
    {
        var told = record.Required("status", 40);
        if (Statuses.TryGetValue(told, out var status))
            return status;
        record.Fault($"\"status\" should be {string.Join(", ", Statuses.Keys)}");
        return "";
    }

    private static StoredLine Line(JsonFields item, int decimals)
    {
        var price = item.Money("price", decimals);
        if (price < 0)
            item.Fault("a \"price\" is never below zero");
        return new StoredLine(item.Required("item_id", 64), item.Required("product_id", 64), item.Required("name", 200), item.Map("options"), 1, price, null);
    }

    private static OrderShipment Shipment(JsonFields fulfilment) => new()
    {
        TrackingNumber = string.Join(", ", fulfilment.Texts("tracking_id")),
        Items = [.. fulfilment.Texts("item_ids").GroupBy(sku => sku).Select(same => new ReturnedItem { Sku = same.Key, Quantity = same.Count() })],
    };

    private static void Enter(Order order, JsonFields payment, int decimals, DateTimeOffset now)
    {
        var (kind, amount) = (payment.Required("transaction_type", 20), payment.Money("amount", decimals));
        if (kind is not (LedgerEntry.PaymentKind or LedgerEntry.RefundKind) || amount <= 0)
            payment.Fault("a payment has the \"transaction_type\" payment or refund, and an \"amount\" above zero");
        else
            order.Enter(kind, payment.Required("payment_method_id", 255), amount, now, now);
    }
}
