using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.Tests.Shopping;

public sealed class CartToolsTests
{
    [Fact]
    public async Task NewCart_IsTheCallers_UnderTheCallsKey()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1"));

        var cart = await shop.ContentAsync("create_cart", """{"idempotency_key":"the message's key wins"}""", "turn-7");

        Assert.Equal("cart-1", cart.GetProperty("cart_id").GetString());
        Assert.Equal(("customer-1", "turn-7"), (shop.Modules.Single<CreateCart>().OwnerId, shop.Modules.Single<CreateCart>().Key));
    }

    [Fact]
    public async Task Add_AppliesLineByLine_EachUnderItsOwnKey()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<AddToCart>(asked => Samples.Cart(asked.CartId, Samples.Line(asked.Sku, asked.Quantity)));

        var cart = await shop.ContentAsync("update_cart", """{"cart_id":"c","add":[{"sku":"A","quantity":1},{"sku":"B","quantity":2}]}""", "k");

        Assert.Equal([("A", 1, "k"), ("B", 2, "k/1")], shop.Modules.Asked<AddToCart>().Select(x => (x.Sku, x.Quantity, x.Key)));
        Assert.Equal(2500, cart.GetProperty("total").GetProperty("amount").GetInt64());
    }

    [Fact]
    public async Task MovedPriceAndNote_PassThrough_ForReadersOfWordsAndOfFigures()
    {
        await using var shop = await Shop.StartAsync();
        var notice = new CartNotice { Kind = "price_changed", Sku = "MUG-RED", Title = "Mug", Currency = "EUR", OldPrice = 1250, NewPrice = 1400 };
        shop.Modules.On<GetCart>(asked => Samples.Cart(asked.CartId, Samples.Line("MUG-RED", 1)) with { Note = "A gift", Messages = ["Mug now costs 14.00 EUR instead of 12.50 EUR."], Notices = [notice] })
            .On<SetCartNote>(asked => Samples.Cart(asked.CartId) with { Note = asked.Note })
            .On<CreateCheckout>(_ => new CheckoutRefused { Code = "price_changed", Reason = "Look again.", Notices = [notice] });

        var cart = await shop.ContentAsync("get_cart", """{"cart_id":"c"}""");
        var refusal = await shop.ContentAsync("create_checkout", """{"cart_id":"c"}""");
        var noted = await shop.ContentAsync("update_cart", """{"cart_id":"c","note":"Ring twice"}""", "k");

        Assert.Equal("Mug now costs 14.00 EUR instead of 12.50 EUR.", cart.GetProperty("messages")[0].GetString());
        foreach (var news in new[] { cart.GetProperty("news")[0], refusal.GetProperty("news")[0] })
            Assert.Equal(("price_changed", 1250, 1400), (news.GetProperty("kind").GetString(), news.GetProperty("old_price").GetProperty("amount").GetInt64(), news.GetProperty("new_price").GetProperty("amount").GetInt64()));
        Assert.Equal(("A gift", "Ring twice"), (cart.GetProperty("note").GetString(), noted.GetProperty("note").GetString()));
        Assert.Equal(("customer-1", "k"), (shop.Modules.Single<SetCartNote>().OwnerId, shop.Modules.Single<SetCartNote>().Key));
    }

    [Theory]
    [InlineData("""{"guest_cart_id":"cart-g","cart_id":"cart-1"}""", 0)]
    [InlineData("""{"guest_cart_id":"cart-g"}""", 1)]
    public async Task IdentifiedGuest_TakesTheirCartOver(string arguments, int created)
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => Samples.Cart("cart-1")).On<MergeCart>(asked => Samples.Cart(asked.CartId, Samples.Line("MUG-RED", 2)));

        await using var scope = shop.Services.CreateAsyncScope();
        var call = new InvokeTool { Tool = "merge_cart", Arguments = arguments, OwnerId = "customer-1", GuestOwnerId = "guest-7", Key = "k" };
        var answer = await scope.ServiceProvider.GetRequiredService<IRequestClient<InvokeTool>>().GetResponse<ToolResult>(call, TestContext.Current.CancellationToken);

        Assert.False(answer.Message.IsError, answer.Message.Text);
        var asked = shop.Modules.Single<MergeCart>();
        Assert.Equal(("cart-g", "guest-7", "cart-1", "customer-1", "k"), (asked.GuestCartId, asked.GuestOwnerId, asked.CartId, asked.OwnerId, asked.Key));
        Assert.Equal(created, shop.Modules.Asked<CreateCart>().Count);
    }

    [Fact]
    public async Task CallerWhoDidNotProveToBeTheGuest_TakesNothingOver()
    {
        await using var shop = await Shop.StartAsync();

        Assert.Equal("not_found", (await shop.ContentAsync("merge_cart", """{"guest_cart_id":"cart-g"}""")).GetProperty("code").GetString());
        Assert.Equal(0, shop.Modules.Count);
    }

    [Fact]
    public async Task LongKey_StaysWithinTheBound_ForEveryLine()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<AddToCart>(asked => Samples.Cart(asked.CartId));

        await shop.InvokeAsync("update_cart", """{"cart_id":"c","add":[{"sku":"A","quantity":1},{"sku":"B","quantity":2}]}""", new string('k', 200));

        Assert.All(shop.Modules.Asked<AddToCart>(), asked => Assert.InRange(asked.Key.Length, 1, 200));
        Assert.Equal(2, shop.Modules.Asked<AddToCart>().Select(asked => asked.Key).Distinct().Count());
    }

    [Fact]
    public async Task Add_StopsAtTheFirstRefusal_AndSaysWhatIsDone()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<AddToCart>(asked => asked.Sku == "B"
            ? new CartRefused { Code = "out_of_stock", Reason = "Only 3 are left.", Sku = "B", Available = 3 }
            : Samples.Cart(asked.CartId));

        var refusal = await shop.ContentAsync(
            "update_cart", """{"cart_id":"c","add":[{"sku":"A","quantity":1},{"sku":"B","quantity":9},{"sku":"C","quantity":1}]}""");

        Assert.Equal("out_of_stock", refusal.GetProperty("code").GetString());
        Assert.Equal("B", refusal.GetProperty("sku").GetString());
        Assert.Equal(3, refusal.GetProperty("available").GetInt32());
        Assert.Contains("The first 1 of the 3 lines", refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, shop.Modules.Asked<AddToCart>().Count);
    }

    [Fact]
    public async Task Set_MayRemove_AndReplaceTakesAllAtOnce()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<SetCartQuantity>(asked => Samples.Cart(asked.CartId)).On<ReplaceCart>(asked => Samples.Cart(asked.CartId));

        await shop.InvokeAsync("update_cart", """{"cart_id":"c","set":[{"sku":"A","quantity":0}]}""");
        await shop.InvokeAsync("update_cart", """{"cart_id":"c","line_items":[{"sku":"A","quantity":4},{"sku":"B","quantity":5}]}""");

        Assert.Equal(0, shop.Modules.Single<SetCartQuantity>().Quantity);
        Assert.Equal([("A", 4), ("B", 5)], shop.Modules.Single<ReplaceCart>().Lines.Select(line => (line.Sku, line.Quantity)));
    }

    [Theory]
    [InlineData("get_cart", """{"cart_id":"c"}""")]
    [InlineData("update_cart", """{"cart_id":"c","add":[{"sku":"A","quantity":1}]}""")]
    [InlineData("update_cart", """{"cart_id":"c","set":[{"sku":"A","quantity":1}]}""")]
    [InlineData("update_cart", """{"cart_id":"c","line_items":[]}""")]
    [InlineData("create_checkout", """{"cart_id":"c"}""")]
    public async Task UnknownCart_IsNotFound(string tool, string arguments)
    {
        await using var shop = await Shop.StartAsync();
        var answer = new CartNotFound { CartId = "c" };
        shop.Modules.On<GetCart>(_ => answer).On<AddToCart>(_ => answer).On<SetCartQuantity>(_ => answer).On<ReplaceCart>(_ => answer).On<CreateCheckout>(_ => answer);

        var refusal = await shop.ContentAsync(tool, arguments);

        Assert.Equal("not_found", refusal.GetProperty("code").GetString());
    }

    [Fact]
    public async Task SilentModule_IsUnavailable_AndNamesTheKeyToRepeat()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => null);

        var refusal = await shop.ContentAsync("create_cart", "{}", "turn-9");

        Assert.Equal("unavailable", refusal.GetProperty("code").GetString());
        Assert.Contains("turn-9", refusal.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_IsLoggedWithoutItsArguments()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCheckout>(_ => Samples.Checkout("ready_for_complete"));

        await shop.InvokeAsync("create_checkout", """{"cart_id":"c","buyer":{"name":"Ada Lovelace","email":"ada@example.test"}}""");

        Assert.Contains(shop.Log.Lines, line => line.StartsWith("create_checkout ended ok after", StringComparison.Ordinal));
        Assert.DoesNotContain(shop.Log.Lines, line => line.Contains("Ada", StringComparison.OrdinalIgnoreCase));
    }
}
