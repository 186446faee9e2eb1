using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>A paid order. One per checkout, by a unique key.</summary>
internal sealed class Order
{
    public required string Number { get; init; }
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }
    public required string Status { get; set; }
    public required List<StoredLine> Lines { get; init; }
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public required string PaymentId { get; init; }
    public string? BuyerName { get; init; }
    public string? BuyerEmail { get; init; }
    public string? BuyerAddress { get; init; }
    public required DateTimeOffset PlacedAt { get; init; }

    public static Order Of(CheckoutState saga, Quote quote, string number, DateTimeOffset now) => new()
    {
        Number = number,
        CheckoutId = saga.CorrelationId,
        OwnerId = saga.OwnerId,
        Status = "placed",
        Lines = saga.Lines,
        Total = saga.Total,
        Currency = saga.Currency,
        PaymentId = saga.PaymentId ?? throw new InvalidOperationException("An order is only placed for a payment."),
        BuyerName = quote.BuyerName,
        BuyerEmail = quote.BuyerEmail,
        BuyerAddress = quote.BuyerAddress,
        PlacedAt = now,
    };

    public OrderDetails ToContract() => new()
    {
        OrderNumber = Number,
        CheckoutId = CheckoutId,
        Status = Status,
        Lines = [.. Lines.Select(line => line.ToContract())],
        Totals = CartTotals.Rows(Lines),
        Total = Total,
        Currency = Currency,
        PlacedAt = PlacedAt,
        Buyer = new Buyer { Name = BuyerName, Email = BuyerEmail, Address = BuyerAddress },
    };
}
