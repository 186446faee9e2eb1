using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Pricing;
using EcommerceBot.Orders.Promotions;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Promotions;

/// <summary>Coupons through the whole checkout: what was shown is what is charged, and what is held is given back.</summary>
public class CouponTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task CouponDeliveryAndTax_AreInEveryTotalToTheCent(Store store)
    {
        await using var till = await Till.OpenAsync(store,
            ("Shipping:Methods:0:Id", "post"), ("Shipping:Methods:0:Title", "Post"), ("Shipping:Methods:0:Price", "499"), ("Shipping:Methods:0:Countries:0", "Land"),
            ("Tax:Rates:0:Country", "Land"), ("Tax:Rates:0:BasisPoints", "1900"));
        await AddAsync(till, new Coupon { Code = "TENTH", Kind = DiscountKind.Percent, BasisPoints = 1000 });
        var ann = new Shopper(till);

        var quote = await QuoteAsync(ann, ["tenth", "NOSUCH"]);
        await ann.CompleteAsync(quote);
        await ann.StandsAsync(quote.CheckoutId, "AwaitingPayment");
        var payment = await ann.PaymentAsync(quote.CheckoutId);
        using var page = await ann.PressAsync(quote.CheckoutId, "pay");
        await ann.StandsAsync(quote.CheckoutId, "Placed");

        // 49.00 less 4.90, post 4.99, tax 19 % of 44.10.
        Assert.Equal(["subtotal 4900", "discount -490", "fulfillment 499", "tax 838", "total 5747"], quote.Totals.Select(row => $"{row.Type} {row.Amount}"));
        Assert.Equal(["TENTH 490 ", "NOSUCH 0 unknown_coupon"], quote.Coupons.Select(coupon => $"{coupon.Code} {coupon.Amount} {coupon.Refusal}"));
        var order = Assert.Single((await ann.OrdersFoundAsync(1)).Orders);
        Assert.Equal((5747, 5747), (payment.Amount, order.Total));
        Assert.Equal(quote.Totals, order.Totals);
        await Until.TrueAsync(() => till.ReadAsync(db => db.CouponUses.AnyAsync(x => x.IsUsed, Token)), "the coupon used");
    }

    [Theory, BothStores]
    public async Task LastCoupon_GoesToOneOfTwoAndComesBackWhenTheCheckoutFails(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        await AddAsync(till, new Coupon { Code = "ONE", Kind = DiscountKind.Amount, Amount = 100, Currency = "EUR", TotalLimit = 1 });
        var (ann, ben) = (new Shopper(till), new Shopper(till, "customer-ben"));
        var (first, second) = (await QuoteAsync(ann, ["ONE"]), await QuoteAsync(ben, ["ONE"]));

        var answers = await Task.WhenAll(ann.CompleteAsync(first), ben.CompleteAsync(second));
        Assert.Equal("coupon_unavailable", Assert.Single(answers.OfType<CheckoutRefused>()).Code);
        var (winner, held) = answers[0] is CheckoutDetails ? (ann, first) : (ben, second);
        await winner.CancelAsync(held.CheckoutId);
        await Until.TrueAsync(() => till.ReadAsync(db => db.Coupons.AllAsync(x => x.Taken == 0, Token)), "the coupon back");

        Assert.Null(Assert.Single((await QuoteAsync(new Shopper(till, "customer-eve"), ["ONE"])).Coupons).Refusal);
        Assert.False(await till.ReadAsync(db => db.CouponUses.AnyAsync(Token)));
    }

    [Theory, BothStores]
    public async Task ChoiceThatDoesNotServeTheAddressOrTextTooLong_IsRefused(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var cart = (await ann.FilledCartAsync()).CartId;

        var far = await AskAsync(ann, new CreateCheckout { CartId = cart, OwnerId = ann.OwnerId, ShippingMethodId = "drone", Key = "1" });
        var longest = await ann.QuoteAsync(cart, Shopper.Ann with { Address = new string('x', 500) });
        var tooLong = await ann.QuoteAsync(cart, Shopper.Ann with { Address = new string('x', 501) });

        Assert.Equal("shipping_unavailable", Assert.IsType<CheckoutRefused>(far).Code);
        Assert.Equal(500, Assert.IsType<CheckoutDetails>(longest).Buyer!.Address!.Length);
        Assert.Equal("invalid_buyer", Assert.IsType<CheckoutRefused>(tooLong).Code);
    }

    private static async Task<CheckoutDetails> QuoteAsync(Shopper shopper, string[] codes) => Assert.IsType<CheckoutDetails>(await AskAsync(shopper, new CreateCheckout
    {
        CartId = (await shopper.FilledCartAsync()).CartId,
        OwnerId = shopper.OwnerId,
        Buyer = Shopper.Ann,
        ShipTo = new PostalAddress { Line1 = "1 Long Road", City = "Town", PostalCode = "1", Country = "Land" },
        CouponCodes = codes,
        Key = Shopper.NewKey(),
    }));

    private static Task<object> AskAsync(Shopper shopper, CreateCheckout request) => shopper.AskCheckoutAsync(request);

    private static Task<int> AddAsync(Till till, Coupon coupon) => till.ReadAsync(async db =>
    {
        db.Add(coupon);
        return await db.SaveChangesAsync(Token);
    });
}
