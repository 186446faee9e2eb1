using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>A paid order. One per checkout, by a unique key.</summary>
internal sealed class Order
{
    public required string Number { get; init; }
    public required Guid CheckoutId { get; init; }
    public required string OwnerId { get; init; }

    /// <summary>One of <see cref="OrderStatus"/>.</summary>
    public required string Status { get; set; }
    public required List<StoredLine> Lines { get; set; }
    public required long Total { get; set; }

    /// <summary>The rows that were shown; empty where the lines are all there is. Replaced whole.</summary>
    public List<TotalLine> Totals { get; set; } = [];
    public required string Currency { get; init; }

    /// <summary>The provider's payment of the checkout, or the method that paid an imported order.</summary>
    public required string PaymentId { get; init; }
    public string? BuyerName { get; set; }
    public string? BuyerEmail { get; set; }
    public string? BuyerAddress { get; set; }

    /// <summary>The same field by field, where it came so.</summary>
    public PostalAddress? ShipTo { get; set; }
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>To be paid on delivery, and not paid yet.</summary>
    public bool IsCashDue { get; set; }
    public string? CancelReason { get; set; }
    public bool ItemsChanged { get; set; }
    public OrderReturn? Return { get; set; }
    public OrderExchange? Exchange { get; set; }

    /// <summary>Replaced whole, never changed in place.</summary>
    public List<OrderShipment> Shipments { get; set; } = [];
    /// <summary>Oldest first; replaced whole.</summary>
    public List<TimelineEntry> Timeline { get; set; } = [];

    /// <summary>What the change under way moves on the shelf; not stored.</summary>
    public StockMoves? Moves { get; set; }
    public List<LedgerEntry> Ledger { get; init; } = [];

    /// <summary>Of two changes at once, one is decided again on what the other left.</summary>
    public int Version { get; set; }

    public static Order Of(CheckoutState saga, Quote quote, string number, DateTimeOffset now)
    {
        var order = new Order
        {
            Number = number,
            CheckoutId = saga.CorrelationId,
            OwnerId = saga.OwnerId,
            Status = OrderStatus.Placed,
            // As quoted: the saga does not know each line's share of discount and tax.
            Lines = quote.Lines,
            Total = saga.Total,
            Currency = saga.Currency,
            PaymentId = saga.PaymentId ?? throw new InvalidOperationException("An order is only placed for a payment."),
            BuyerName = quote.BuyerName,
            BuyerEmail = quote.BuyerEmail,
            BuyerAddress = quote.BuyerAddress,
            ShipTo = quote.ShipTo,
            Totals = [.. quote.Rows()],
            PlacedAt = now,
            Timeline = [new TimelineEntry(now, OrderStatus.Placed, ByOperator: false, quote.Note)],
        };
        order.IsCashDue = PayingBy.IsCash(order.PaymentId);
        if (order is { Total: > 0, IsCashDue: false })
            order.Enter(LedgerEntry.PaymentKind, order.PaymentId, order.Total, now, now);
        return order;
    }

    /// <summary>Other lines; delivery stays as it was, and discount and tax are the lines' own.</summary>
    public void Reprice(ItemSwap swap)
    {
        Lines = swap.Lines;
        Total = checked(Total + swap.Difference);
        var moved = new Dictionary<string, long>
        {
            ["subtotal"] = CartTotals.Total(swap.Added) - CartTotals.Total(swap.Removed),
            ["discount"] = swap.Removed.Sum(line => line.Discount) - swap.Added.Sum(line => line.Discount),
            ["tax"] = swap.Added.Sum(line => line.Tax) - swap.Removed.Sum(line => line.Tax),
            ["total"] = swap.Difference,
        };
        Totals = [.. Totals.Select(row => row with { Amount = checked(row.Amount + moved.GetValueOrDefault(row.Type)) })];
    }

    /// <summary>Keeps what was sold and paid, and not to whom.</summary>
    public void Forget()
    {
        (BuyerName, BuyerEmail, BuyerAddress, ShipTo) = (null, null, null, null);
        Timeline = [.. Timeline.Select(entry => entry with { Note = null })];
    }

    public OrderDetails ToContract() => new()
    {
        OrderNumber = Number,
        CheckoutId = CheckoutId,
        Status = Status,
        Lines = [.. Lines.Select(line => line.ToContract())],
        Totals = Totals.Count > 0 ? Totals : CartTotals.Rows(Lines),
        Total = Total,
        Currency = Currency,
        PlacedAt = PlacedAt,
        Buyer = new Buyer { Name = BuyerName, Email = BuyerEmail, Address = BuyerAddress },
        ShipTo = ShipTo,
        Payments = [.. Ledger.OrderBy(entry => entry.Sequence).Select(entry => entry.ToContract())],
        PaymentDue = IsCashDue ? Total : 0,
        CancelReason = CancelReason,
        ItemsChanged = ItemsChanged,
        Return = Return,
        Exchange = Exchange,
        Shipments = Shipments,
    };
}
