using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Shopping;

public sealed class ChangeCheckoutTests
{
    private static readonly string NewAddress = $$"""{"checkout_id":"{{Samples.CheckoutId}}","buyer":{"address":"2 Low St"} }""";

    [Fact]
    public async Task Update_QuotesAgainWithWhatIsNew_AndEndsTheOldQuote()
    {
        await using var shop = await Shop.StartAsync();
        var newId = Guid.NewGuid();
        shop.Modules.On<GetCheckout>(_ => Samples.Checkout("ready_for_complete", buyer: new Buyer { Name = "Ada", Address = "1 High St" }))
            .On<CreateCheckout>(asked => Samples.Checkout("ready_for_complete", buyer: asked.Buyer) with { CheckoutId = newId })
            .On<CancelCheckout>(_ => Samples.Checkout("canceled"));

        var quote = await shop.ContentAsync("update_checkout", NewAddress, "turn-8");

        Assert.Equal(newId.ToString(), quote.GetProperty("checkout_id").GetString());
        var asked = shop.Modules.Single<CreateCheckout>();
        Assert.Equal(("cart-1", "Ada", "2 Low St", "turn-8"), (asked.CartId, asked.Buyer!.Name, asked.Buyer.Address, asked.Key));
        Assert.Equal(Samples.CheckoutId, shop.Modules.Single<CancelCheckout>().CheckoutId);
    }

    [Theory]
    [InlineData("completed")]
    [InlineData("complete_in_progress")]
    [InlineData("requires_escalation")]
    public async Task CheckoutUnderWay_StaysAsItIs(string status)
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetCheckout>(_ => Samples.Checkout(status));

        Assert.Equal("checkout_under_way", (await shop.ContentAsync("update_checkout", NewAddress)).GetProperty("code").GetString());
        Assert.Equal(1, shop.Modules.Count);
    }

    [Fact]
    public async Task Update_KeepsAddressDeliveryAndCodes_UnlessNewOnesAreGiven()
    {
        await using var shop = await Shop.StartAsync();
        var old = Samples.Checkout("ready_for_complete") with
        {
            ShipTo = Samples.Address, ShippingMethodId = "post", Coupons = [new CouponOutcome { Code = "SPRING", Amount = 100 }], PaymentMethods = ["online", "cash_on_delivery"],
        };
        shop.Modules.On<GetCheckout>(_ => old).On<CreateCheckout>(_ => old with { CheckoutId = Guid.NewGuid() }).On<CancelCheckout>(_ => Samples.Checkout("canceled"));

        var shown = await shop.ContentAsync("update_checkout", NewAddress, "turn-8");
        await shop.ContentAsync("update_checkout", $$"""{"checkout_id":"{{Samples.CheckoutId}}","shipping_method_id":"courier","coupon_codes":[]}""", "turn-9");

        var asked = shop.Modules.Asked<CreateCheckout>();
        Assert.Equal(("post", "Lisbon", "SPRING"), (asked[0].ShippingMethodId, asked[0].ShipTo!.City, asked[0].CouponCodes.Single()));
        Assert.Equal(("courier", 0), (asked[1].ShippingMethodId, asked[1].CouponCodes.Count));
        Assert.Equal(["online", "cash_on_delivery"], shown.GetProperty("payment_methods").EnumerateArray().Select(method => method.GetString()));
        Assert.Equal(100, shown.GetProperty("coupons")[0].GetProperty("amount").GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task PaymentMethod_TurnsTheCheckoutThatWaitsForItsMoney_AndNothingElse()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<ChoosePaymentMethod>(asked => Samples.Checkout("complete_in_progress") with { PaymentMethod = asked.PaymentMethod });
        const string Rest = ",\"payment_method\":\"cash_on_delivery\"}";

        var turned = await shop.ContentAsync("update_checkout", $"{{\"checkout_id\":\"{Samples.CheckoutId}\"{Rest}", "turn-8");
        var both = await shop.ContentAsync("update_checkout", $"{NewAddress[..^2]}{Rest}", "turn-9");

        Assert.Equal(("cash_on_delivery", "invalid_arguments"), (turned.GetProperty("payment_method").GetString(), both.GetProperty("code").GetString()));
        Assert.Equal(("cash_on_delivery", "turn-8"), (shop.Modules.Single<ChoosePaymentMethod>().PaymentMethod, shop.Modules.Single<ChoosePaymentMethod>().Key));
    }

    [Fact]
    public async Task RefusedQuote_LeavesTheOldOne()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetCheckout>(_ => Samples.Checkout("incomplete")).On<CreateCheckout>(_ => new CheckoutRefused { Code = "empty_cart", Reason = "Put something in." });

        Assert.Equal("empty_cart", (await shop.ContentAsync("update_checkout", NewAddress)).GetProperty("code").GetString());
        Assert.Empty(shop.Modules.Asked<CancelCheckout>());
    }

    [Fact]
    public async Task CartGivenUp_IsEmptied()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<ReplaceCart>(asked => Samples.Cart(asked.CartId));

        var cart = await shop.ContentAsync("cancel_cart", """{"cart_id":"cart-1"}""", "turn-9");

        Assert.Equal(0, cart.GetProperty("line_items").GetArrayLength());
        Assert.Empty(shop.Modules.Single<ReplaceCart>().Lines);
    }

    [Fact]
    public async Task LookUp_ShowsEachOnce_InOrder_AndSaysWhatIsMissing()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetProduct>(asked => asked.ProductId == "gone" ? new ProductNotFound { ProductId = "gone" } : Samples.Product(asked.ProductId == "MUG-RED" ? "mug" : asked.ProductId));

        var found = await shop.ContentAsync("lookup_catalog", """{"ids":["pot","gone","mug","MUG-RED","pot"]}""");

        Assert.Equal(["pot", "mug"], found.GetProperty("products").EnumerateArray().Select(product => product.GetProperty("id").GetString()));
        Assert.Equal(["gone"], found.GetProperty("missing").EnumerateArray().Select(id => id.GetString()));
    }
}
