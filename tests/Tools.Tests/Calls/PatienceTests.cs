using System.Diagnostics;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Tools.Contracts.Requests;
using EcommerceBot.Tools.Tests.Sample;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Tools.Tests.Calls;

/// <summary>A tool ends before its asker gives up, however many questions it has to ask.</summary>
public sealed class PatienceTests
{
    private static readonly string Complete = $$"""{"checkout_id":"{{Samples.CheckoutId}}","confirmation":"seen"}""";

    [Fact]
    public async Task SlowModule_IsReportedBeforeTheAskerStopsWaiting()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CreateCart>(_ => null);

        Assert.Contains("unavailable", (await AskAsync(shop, "create_cart", "{}")).Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManySlowLines_ShareOneBudget()
    {
        await using var shop = await Shop.StartAsync();
        var answered = 0;
        shop.Modules.On<AddToCart>(asked => Interlocked.Increment(ref answered) < 3 ? Samples.Cart(asked.CartId) : null);
        var lines = string.Join(',', Enumerable.Range(0, 20).Select(i => $$"""{"sku":"S{{i}}","quantity":1}"""));

        var result = await AskAsync(shop, "update_cart", $$"""{"cart_id":"c","add":[{{lines}}]}""");

        Assert.Contains("unavailable", result.Content, StringComparison.Ordinal);
        Assert.Contains("the same key (k)", result.Text, StringComparison.Ordinal);
        Assert.Equal(3, shop.Modules.Asked<AddToCart>().Count);
    }

    [Fact]
    public async Task AcceptedCheckout_IsAnswered_EvenWhenEveryLookIsSlow()
    {
        await using var shop = await Shop.StartAsync();
        shop.Modules.On<CompleteCheckout>(_ => Samples.Checkout("complete_in_progress")).On<GetCheckout>(_ => null);

        var result = await AskAsync(shop, "complete_checkout", Complete);

        Assert.False(result.IsError);
        Assert.Contains("complete_in_progress", result.Content, StringComparison.Ordinal);
    }

    /// <summary>Throws when the tool outlasts the asker.</summary>
    private static async Task<ToolResult> AskAsync(Shop shop, string tool, string arguments)
    {
        await using var scope = shop.Services.CreateAsyncScope();
        var client = scope.ServiceProvider.GetRequiredService<IRequestClient<InvokeTool>>();
        var call = new InvokeTool { Tool = tool, Arguments = arguments, OwnerId = "customer-1", Key = "k" };
        var started = Stopwatch.GetTimestamp();
        var answer = await client.GetResponse<ToolResult>(call, TestContext.Current.CancellationToken, RequestTimeout.After(s: 2));
        Assert.InRange(Stopwatch.GetElapsedTime(started), TimeSpan.Zero, TimeSpan.FromSeconds(2));
        return answer.Message;
    }
}
