using CsCheck;
using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.AfterSales;
using EcommerceBot.Orders.AfterSales.Admin;
using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Pricing;
using EcommerceBot.Orders.Tests.Pricing;

namespace EcommerceBot.Orders.Tests.AfterSales;

/// <summary>Random orders with coupons and taxes in currencies of 0, 2 and 3 decimals, given back piece by piece.</summary>
public class PartialRefundTests
{
    private const int Orders = 20_000;
    private const string PaidWith = "provider-payment";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly Gen<(Basket Basket, int[] Draws)> AnyCase = Gen.Select(TotalsPropertyTests.AnyBasket, Gen.Int[0, 1_000_000].Array[40]);

    [Fact]
    public void PiecesTakenInAnyPortions_CarryTheirShare_AndAddUpToWhatWasPaid() => AnyCase.Sample(
        x =>
        {
            var priced = Totals.Of(x.Basket);
            var (left, paid, draw) = (Lines(x.Basket, priced), 0L, 0);
            var books = left.ToDictionary(line => line.Sku, line => (Discount: (decimal)line.Discount, Tax: (decimal)line.Tax, line.Quantity));
            while (left.Count > 0)
            {
                var line = left[x.Draws[draw++ % 40] % left.Count];
                var pieces = draw > 80 ? line.Quantity : 1 + x.Draws[draw++ % 40] % line.Quantity;
                var part = Assert.Single(PieceCount.Take(left, line.Sku, pieces)!);

                // The same by a bookkeeper's hand, in decimals.
                var book = books[line.Sku];
                var (discount, tax) = (Round(book.Discount * pieces / book.Quantity), Round(book.Tax * pieces / book.Quantity));
                books[line.Sku] = (book.Discount - discount, book.Tax - tax, book.Quantity - pieces);
                Assert.Equal((decimal)line.UnitPrice * pieces - discount + tax, part.Paid);
                Assert.InRange(part.Paid, 0, long.MaxValue);
                paid += part.Paid;
            }
            var delivery = (priced.Shipping ?? 0) + priced.Tax - priced.Shares.Sum(share => share.Tax);
            Assert.Equal(priced.Total - delivery, paid);
        },
        iter: Orders, threads: 1);

    [Fact]
    public void ChangesReturnsAndRefundsInAnyOrder_NeverGiveBackMoreThanWasPaid() => AnyCase.Sample(
        x =>
        {
            var (order, wallet) = (Bought(x.Basket), new Wallet([Card(x.Basket.Currency)]));
            for (var step = 0; step < 30; step += 3)
            {
                Step(order, wallet, x.Draws[step] % 6, x.Draws[step + 1], x.Draws[step + 2]);

                var (paid, back) = (Sum(order, LedgerEntry.PaymentKind), Sum(order, LedgerEntry.RefundKind));
                Assert.InRange(back, 0, paid);
                Assert.Equal(order.Total, order.Totals.Where(row => row.Type != "total").Sum(row => row.Amount));
                Assert.Equal(order.Total, order.Totals.Single(row => row.Type == "total").Amount);
                Assert.Equal(paid - back, order.LeftToGiveBack());
            }
        },
        iter: Orders, threads: 1);

    [Fact]
    public void RefundToAGiftCard_LeavesLessForTheCardThatPaid()
    {
        var order = Bought(new Basket { Lines = [new BasketLine("p1", null, "standard", 1, 10_000)], Currency = "EUR" });
        var wallet = new Wallet([Card("EUR")]);

        Assert.Null(Refunding.Apply(order, wallet, 6000, "gift", Now));
        var tooMuch = Refunding.Apply(order, wallet, 5000, PaidWith, Now);
        Assert.Null(Refunding.Apply(order, wallet, 4000, PaidWith, Now));

        Assert.Equal("nothing_to_refund", tooMuch?.Code);
        Assert.Equal(0, order.LeftToGiveBack());
    }

    [Fact]
    public void HalfPriceOrder_ReturnsHalfThePrice_AndOtherOptionsStayHalfPrice()
    {
        var half = new Discount("HALF", DiscountKind.Percent, [], []) { BasisPoints = 5000 };
        var order = Bought(new Basket { Lines = [new BasketLine("p1", null, "standard", 3, 1001)], Currency = "EUR", Discounts = [half] });
        var wallet = new Wallet([Card("EUR")]);
        var offers = new Dictionary<string, VariantOffer> { ["L0-b"] = Offer("L0-b", "p1", 801, "EUR") };

        Assert.Null(ChangingItems.Apply(order, wallet, [new ItemChange { Sku = "L0", NewSku = "L0-b" }], "gift", offers, Now));
        order.Status = OrderStatus.Delivered;
        Assert.Null(Returning.Apply(order, wallet, [new ReturnedItem { Sku = "L0", Quantity = 2 }], PaidWith));

        // 3003 less 1502; of it one piece with 501 off becomes 801 with 401 off.
        Assert.Equal((1501 - 500 + 400, 1001), (order.Total, order.Return!.Refund));
    }

    private static void Step(Order order, Wallet wallet, int what, int one, int two)
    {
        var line = order.Lines[one % order.Lines.Count];
        var pieces = 1 + two % line.Quantity;
        order.Return = what == 2 ? null : order.Return;
        if (what == 0)
        {
            (order.Status, order.ItemsChanged) = (OrderStatus.Placed, false);
            var offer = Offer($"{line.Sku}-{two % 3}", line.ProductId, one % 2000, order.Currency);
            ChangingItems.Apply(order, wallet, [new ItemChange { Sku = line.Sku, NewSku = offer.Sku, Quantity = pieces }], "gift", new Dictionary<string, VariantOffer> { [offer.Sku] = offer }, Now);
        }
        else if (what == 1)
        {
            order.Status = OrderStatus.Delivered;
            Returning.Apply(order, wallet, [new ReturnedItem { Sku = line.Sku, Quantity = pieces }], two % 2 == 0 ? PaidWith : "gift");
        }
        else
            Refunding.Apply(order, wallet, what == 2 ? null : two % 3000, one % 2 == 0 ? PaidWith : "gift", Now);
    }

    private static long Sum(Order order, string kind) => order.Ledger.Where(entry => entry.Kind == kind).Sum(entry => entry.Amount);

    private static decimal Round(decimal amount) => Math.Round(amount, MidpointRounding.AwayFromZero);

    private static List<StoredLine> Lines(Basket basket, Priced priced) =>
    [
        .. basket.Lines.Zip(priced.Shares).Select((x, at) => new StoredLine($"L{at}", x.First.ProductId, "Thing", new Dictionary<string, string>(), x.First.Quantity, x.First.UnitPrice, null)
        {
            Discount = x.Second.Discount,
            Tax = x.Second.Tax,
        }),
    ];

    private static Order Bought(Basket basket)
    {
        var priced = Totals.Of(basket);
        var order = new Order
        {
            Number = "EB-1",
            CheckoutId = Guid.NewGuid(),
            OwnerId = "customer-ann",
            Status = OrderStatus.Placed,
            Lines = Lines(basket, priced),
            Total = priced.Total,
            Totals = priced.Rows(),
            Currency = basket.Currency,
            PaymentId = PaidWith,
            PlacedAt = Now,
        };
        if (order.Total > 0)
            order.Enter(LedgerEntry.PaymentKind, PaidWith, order.Total, Now, Now);
        return order;
    }

    private static PaymentMethod Card(string currency) =>
        new() { OwnerId = "customer-ann", Id = "gift", Kind = PaymentMethod.GiftCard, Balance = 1L << 50, Currency = currency };

    private static VariantOffer Offer(string sku, string productId, long price, string currency) =>
        new() { Sku = sku, ProductId = productId, Title = "Thing", Options = new Dictionary<string, string>(), Price = price, Currency = currency, Available = 99 };
}
