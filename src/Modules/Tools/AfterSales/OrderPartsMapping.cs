using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.AfterSales;

/// <summary>What happened to an order after it was placed, as tool results.</summary>
internal static class OrderPartsMapping
{
    public static PaymentLine Line(this OrderPayment payment, string currency) => new()
    {
        Type = payment.Kind,
        Amount = Price(payment.Amount, currency),
        PaymentMethodId = payment.PaymentMethodId,
        Settled = payment.SettledAt is not null,
    };

    public static ReturnResult Result(this OrderReturn back, string currency) =>
        new() { Items = Items(back.Items), PaymentMethodId = back.PaymentMethodId, Refund = Price(back.Refund, currency) };

    public static ExchangeResult Result(this OrderExchange exchange, string currency) => new()
    {
        Items = [.. exchange.Changes.Select(change => new ExchangedItem { Sku = change.Sku, NewSku = change.NewSku, Quantity = change.Quantity })],
        PaymentMethodId = exchange.PaymentMethodId,
        Difference = Price(exchange.Difference, currency),
    };

    public static ShipmentResult Result(this OrderShipment shipment) => new()
    {
        Carrier = shipment.Carrier,
        TrackingNumber = shipment.TrackingNumber,
        TrackingUrl = shipment.TrackingUrl,
        Items = Items(shipment.Items),
        ShippedAt = shipment.ShippedAt,
        DeliveredAt = shipment.DeliveredAt,
    };

    public static AddressDetails Details(this PostalAddress address) => new()
    {
        Line1 = address.Line1,
        Line2 = address.Line2,
        City = address.City,
        Region = address.Region,
        PostalCode = address.PostalCode,
        Country = address.Country,
    };

    private static List<ItemCount> Items(IReadOnlyList<ReturnedItem> items) => [.. items.Select(item => new ItemCount { Sku = item.Sku, Quantity = item.Quantity })];

    private static Price Price(long amount, string currency) => new() { Amount = amount, Currency = currency };
}
