using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.Shopping;

public sealed class CheckoutToolsTests
{
    private static readonly string Complete = $$"""{"checkout_id":"{{Samples.CheckoutId}}","confirmation":"seen"}""";
    private static readonly string Named = $$"""{"checkout_id":"{{Samples.CheckoutId}}"}""";

    [Fact]
    public async Task Quote_CarriesTheBuyer_AndTheConfirmation()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCheckout>(asked => Samples.Checkout("ready_for_complete", buyer: asked.Buyer));

        var quote = await shop.ContentAsync("create_checkout", """{"cart_id":"cart-1","buyer":{"name":"Ada","address":"1 High St"}}""", "turn-1");

        var asked = shop.Modules.Single<CreateCheckout>();
        Assert.Equal(("cart-1", "customer-1", "turn-1"), (asked.CartId, asked.OwnerId, asked.Key));
        Assert.Equal("1 High St", quote.GetProperty("buyer").GetProperty("address").GetString());
        Assert.Equal("seen", quote.GetProperty("confirmation").GetString());
        Assert.Equal(2500, quote.GetProperty("totals")[1].GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task Completing_WaitsForThePaymentPage()
    {
        await using var shop = await Shop.StartAsync();
        var looks = 0;
        shop.Modules.On<CompleteCheckout>(_ => Samples.Checkout("complete_in_progress"))
            .On<GetCheckout>(_ => Interlocked.Increment(ref looks) < 3
                ? Samples.Checkout("complete_in_progress")
                : Samples.Checkout("requires_escalation", "http://shop.example/pay/1"));

        var checkout = await shop.ContentAsync("complete_checkout", Complete);

        Assert.Equal("http://shop.example/pay/1", checkout.GetProperty("continue_url").GetString());
        Assert.Equal(3, looks);
        Assert.All(shop.Modules.Asked<GetCheckout>(), asked => Assert.Equal("customer-1", asked.OwnerId));
    }

    [Theory]
    [InlineData("", "online")]
    [InlineData(",\"payment_method\":\"bank_transfer\"", "bank_transfer")]
    public async Task Completing_NamesTheWayToPay(string more, string method)
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CompleteCheckout>(_ => Samples.Checkout("requires_escalation", "http://shop.example/pay/1"));

        await shop.ContentAsync("complete_checkout", $"{Complete[..^1]}{more}}}");

        Assert.Equal(method, shop.Modules.Single<CompleteCheckout>().PaymentMethod);
    }

    [Fact]
    public async Task Completing_AnswersWhatStands_WhenThePageIsSlow()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CompleteCheckout>(_ => Samples.Checkout("complete_in_progress")).On<GetCheckout>(_ => Samples.Checkout("complete_in_progress"));

        var checkout = await shop.ContentAsync("complete_checkout", Complete);

        Assert.Equal("complete_in_progress", checkout.GetProperty("status").GetString());
        Assert.False(checkout.TryGetProperty("continue_url", out _));
    }

    [Theory]
    [InlineData("confirmation_mismatch")]
    [InlineData("out_of_stock")]
    public async Task RefusedCompletion_PassesCodeAndReasonOn(string code)
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CompleteCheckout>(_ => new CheckoutRefused { Code = code, Reason = "Look again." });

        var refusal = await shop.ContentAsync("complete_checkout", Complete);

        Assert.Equal((code, "Look again."), (refusal.GetProperty("code").GetString(), refusal.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task Checkout_CanBeSeenAndCancelled()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetCheckout>(_ => Samples.Checkout("incomplete")).On<CancelCheckout>(_ => Samples.Checkout("canceled"));

        Assert.Equal("incomplete", (await shop.ContentAsync("get_checkout", Named)).GetProperty("status").GetString());
        Assert.Equal("canceled", (await shop.ContentAsync("cancel_checkout", Named)).GetProperty("status").GetString());
        Assert.Equal(Samples.CheckoutId, shop.Modules.Single<CancelCheckout>().CheckoutId);
    }

    [Theory]
    [InlineData("get_checkout")]
    [InlineData("cancel_checkout")]
    [InlineData("complete_checkout")]
    public async Task UnknownCheckout_IsNotFound_WhateverItsIdLooksLike(string tool)
    {
        await using var shop = await Shop.StartAsync();
        var answer = new CheckoutNotFound { CheckoutId = Samples.CheckoutId };
        shop.Modules.On<GetCheckout>(_ => answer).On<CancelCheckout>(_ => answer).On<CompleteCheckout>(_ => answer);
        var rest = tool == "complete_checkout" ? ",\"confirmation\":\"x\"}" : "}";

        var known = await shop.InvokeAsync(tool, $"{{\"checkout_id\":\"{Samples.CheckoutId}\"{rest}");
        var odd = await shop.InvokeAsync(tool, $"{{\"checkout_id\":\"not an id\"{rest}");

        Assert.True(known.IsError);
        Assert.Equal(known.Content, odd.Content);
        Assert.Contains("not_found", known.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Orders_AreShownOneByOne_OrAll()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<GetOrder>(asked => asked.OrderNumber == "EB-1" ? Samples.Order("EB-1") : new OrderNotFound { OrderNumber = asked.OrderNumber })
            .On<ListOrders>(_ => new OrdersFound { Orders = [Samples.Order("EB-2"), Samples.Order("EB-1")] });

        Assert.Equal("placed", (await shop.ContentAsync("get_order", """{"order_number":"EB-1"}""")).GetProperty("status").GetString());
        Assert.Equal("not_found", (await shop.ContentAsync("get_order", """{"order_number":"EB-9"}""")).GetProperty("code").GetString());
        var orders = (await shop.ContentAsync("list_orders", """{"limit":2}""")).GetProperty("orders");
        Assert.Equal(["EB-2", "EB-1"], orders.EnumerateArray().Select(order => order.GetProperty("order_number").GetString()));
        Assert.Equal(2, shop.Modules.Single<ListOrders>().Limit);
    }
}
