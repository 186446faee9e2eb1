using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.AfterSales;
using EcommerceBot.Tools.Contracts.Results;

namespace EcommerceBot.Tools.Shopping;

/// <summary>Orders' answers as tool results. Amounts pass through unchanged: every surface shows the same integers.</summary>
internal static class OrdersMapping
{
    public static CartResult Result(this CartContents cart) => new()
    {
        CartId = cart.CartId,
        Version = cart.Version,
        LineItems = LineItems(cart.Lines, cart.Currency),
        Total = new Price { Amount = cart.Total, Currency = cart.Currency },
        ExpiresAt = cart.ExpiresAt,
        Note = cart.Note,
        Messages = cart.Messages,
        News = cart.Notices.News(),
    };

    public static CheckoutResult Result(this CheckoutDetails checkout) => new()
    {
        CheckoutId = checkout.CheckoutId.ToString(),
        CartId = checkout.CartId,
        Status = checkout.Status,
        LineItems = LineItems(checkout.Lines, checkout.Currency),
        Totals = Totals(checkout.Totals),
        Total = new Price { Amount = checkout.Total, Currency = checkout.Currency },
        Buyer = Result(checkout.Buyer),
        ShipTo = checkout.ShipTo?.Details(),
        Note = checkout.Note,
        Coupons = [.. checkout.Coupons.Select(coupon => coupon.Result(checkout.Currency))],
        ShippingMethods = [.. checkout.ShippingChoices.Select(choice => choice.Result(checkout.Currency))],
        ShippingMethodId = checkout.ShippingMethodId,
        IncludedTax = checkout.IncludedTax == 0 ? null : new Price { Amount = checkout.IncludedTax, Currency = checkout.Currency },
        PaymentMethods = checkout.PaymentMethods,
        PaymentMethod = checkout.PaymentMethod,
        Confirmation = checkout.Confirmation,
        ContinueUrl = checkout.ContinueUrl,
        OrderNumber = checkout.OrderNumber,
        Messages = checkout.Messages,
        ExpiresAt = checkout.ExpiresAt,
    };

    public static OrderResult Result(this OrderDetails order) => new()
    {
        OrderNumber = order.OrderNumber,
        CheckoutId = order.CheckoutId.ToString(),
        Status = order.Status,
        LineItems = LineItems(order.Lines, order.Currency),
        Totals = Totals(order.Totals),
        Total = new Price { Amount = order.Total, Currency = order.Currency },
        PlacedAt = order.PlacedAt,
        Buyer = Result(order.Buyer),
        ShipTo = order.ShipTo?.Details(),
        PaymentDue = order.PaymentDue == 0 ? null : new Price { Amount = order.PaymentDue, Currency = order.Currency },
        Payments = [.. order.Payments.Select(payment => payment.Line(order.Currency))],
        CancelReason = order.CancelReason,
        ItemsChanged = order.ItemsChanged,
        Return = order.Return?.Result(order.Currency),
        Exchange = order.Exchange?.Result(order.Currency),
        Shipments = [.. order.Shipments.Select(shipment => shipment.Result())],
    };

    private static List<LineItem> LineItems(IReadOnlyList<CartLine> lines, string currency) =>
    [
        .. lines.Select(line => new LineItem
        {
            Sku = line.Sku,
            ProductId = line.ProductId,
            Title = line.Title,
            Options = line.Options,
            Quantity = line.Quantity,
            UnitPrice = new Price { Amount = line.UnitPrice, Currency = currency },
            LineTotal = new Price { Amount = line.LineTotal, Currency = currency },
            ImageUrl = line.ImageUrl,
        }),
    ];

    private static List<TotalAmount> Totals(IReadOnlyList<TotalLine> totals) =>
        [.. totals.Select(total => new TotalAmount { Type = total.Type, Amount = total.Amount })];

    private static BuyerDetails? Result(Buyer? buyer) =>
        buyer is null ? null : new BuyerDetails { Name = buyer.Name, Email = buyer.Email, Address = buyer.Address };
}
