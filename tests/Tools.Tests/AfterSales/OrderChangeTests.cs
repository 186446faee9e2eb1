using System.Text.Json;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;

namespace EcommerceBot.Tools.Tests.AfterSales;

/// <summary>What moves money or goods happens only with the confirmation of exactly what was shown.</summary>
public sealed class OrderChangeTests(Stores stores)
{
    private const string Cancel = """{"order_number":"EB-1","reason":"no longer needed"}""";

    [Fact]
    public async Task WithoutConfirmation_ItIsOnlyShown()
    {
        await using var shop = await ShopAsync();

        var shown = await shop.ContentAsync("cancel_order", Cancel);

        Assert.False(shown.GetProperty("done").GetBoolean());
        Assert.Equal("cancelled", shown.GetProperty("order").GetProperty("status").GetString());
        Assert.True(shop.Modules.Single<CancelOrder>().Preview);
    }

    [Theory]
    [InlineData(Stores.Embedded)]
    [InlineData(Stores.Postgres)]
    public async Task WithItsConfirmation_ItHappens_AndARepeatedCallGetsTheFirstResult(string store)
    {
        var done = false;
        await using var shop = await Shop.StartAsync(settings: await stores.FreshAsync(store));
        shop.Modules.On<CancelOrder>(asked => asked switch
        {
            { Preview: true } when done => new OrderRefused { Code = "not_pending", Reason = "It is cancelled already." },
            { Preview: true } => Samples.Order("EB-1", "cancelled"),
            _ => Done(),
        });
        var confirmation = (await shop.ContentAsync("cancel_order", Cancel)).GetProperty("confirmation").GetString();

        var first = await shop.InvokeAsync("cancel_order", With(Cancel, confirmation!), "turn-2");
        var again = await shop.InvokeAsync("cancel_order", With(Cancel, confirmation!), "turn-2");
        var later = await shop.InvokeAsync("cancel_order", With(Cancel, confirmation!), "turn-3");

        Assert.True(JsonElement.Parse(first.Content).GetProperty("done").GetBoolean());
        Assert.Equal(first.Content, again.Content);
        Assert.Contains("not_pending", later.Content, StringComparison.Ordinal);
        var effects = shop.Modules.Asked<CancelOrder>().Where(asked => !asked.Preview).ToList();
        Assert.Equal(["turn-2", "turn-2"], effects.Select(asked => asked.Key));

        OrderDetails Done()
        {
            done = true;
            return Samples.Order("EB-1", "cancelled");
        }
    }

    [Theory]
    [InlineData("""{"order_number":"EB-1","reason":"ordered by mistake"}""", "customer-1", "cancelled")]
    [InlineData("""{"order_number":"EB-2","reason":"no longer needed"}""", "customer-1", "cancelled")]
    [InlineData(Cancel, "customer-2", "cancelled")]
    [InlineData(Cancel, "customer-1", "shipped")]
    public async Task ConfirmationOfSomethingElse_ChangesNothing(string arguments, string owner, string statusNow)
    {
        await using var shop = await ShopAsync();
        var confirmation = (await shop.ContentAsync("cancel_order", Cancel)).GetProperty("confirmation").GetString();
        shop.Modules.On<CancelOrder>(asked => Samples.Order(asked.OrderNumber, statusNow));

        var result = await shop.InvokeAsync("cancel_order", With(arguments, confirmation!), "turn-2", owner);

        Assert.Contains("confirmation_mismatch", result.Content, StringComparison.Ordinal);
        Assert.All(shop.Modules.Asked<CancelOrder>(), asked => Assert.True(asked.Preview));
    }

    [Theory]
    [InlineData("update_order_address", """{"order_number":"EB-1","address":{"line1":"1 New Rd","city":"Porto","postal_code":"4000","country":"Portugal"}}""")]
    [InlineData("update_order_items", """{"order_number":"EB-1","changes":[{"sku":"A","new_sku":"B"}],"payment_method_id":"gift_1"}""")]
    [InlineData("update_order_payment", """{"order_number":"EB-1","payment_method_id":"gift_1"}""")]
    [InlineData("return_order_items", """{"order_number":"EB-1","items":[{"sku":"A","quantity":2}],"payment_method_id":"gift_1"}""")]
    [InlineData("exchange_order_items", """{"order_number":"EB-1","changes":[{"sku":"A","new_sku":"B","quantity":1}],"payment_method_id":"gift_1"}""")]
    public async Task EveryChange_IsShownThenDone_ForTheCallersOwnOrder(string tool, string arguments)
    {
        await using var shop = await ShopAsync();

        var shown = await shop.ContentAsync(tool, arguments);
        var done = await shop.ContentAsync(tool, With(arguments, shown.GetProperty("confirmation").GetString()!), "turn-2");

        Assert.True(done.GetProperty("done").GetBoolean());
        Assert.False(done.TryGetProperty("confirmation", out _));
        Assert.Equal(3, shop.Modules.Count);
    }

    [Fact]
    public async Task AnotherOwnersOrder_IsNotFound()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CancelOrder>(asked => new OrderNotFound { OrderNumber = asked.OrderNumber });

        Assert.Equal("not_found", (await shop.ContentAsync("cancel_order", Cancel)).GetProperty("code").GetString());
    }

    private static async Task<Shop> ShopAsync()
    {
        var shop = await Shop.StartAsync();
        shop.Modules.On<CancelOrder>(asked => Samples.Order(asked.OrderNumber, "cancelled"))
            .On<UpdateOrderAddress>(asked => Samples.Order(asked.OrderNumber) with { ShipTo = asked.Address })
            .On<UpdateOrderItems>(asked => Samples.Order(asked.OrderNumber))
            .On<UpdateOrderPayment>(asked => Samples.Order(asked.OrderNumber))
            .On<ReturnOrderItems>(asked => Samples.Order(asked.OrderNumber) with { Return = new OrderReturn { Items = asked.Items, PaymentMethodId = asked.PaymentMethodId, Refund = 2500 } })
            .On<ExchangeOrderItems>(asked => Samples.Order(asked.OrderNumber) with { Exchange = new OrderExchange { Changes = asked.Changes, PaymentMethodId = asked.PaymentMethodId, Difference = -100 } });
        return shop;
    }

    private static string With(string arguments, string confirmation) => $"{arguments[..^1]},\"confirmation\":\"{confirmation}\"}}";
}
