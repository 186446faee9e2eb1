using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using EcommerceBot.Integration.Tests.Running;
using EcommerceBot.Integration.Tests.Watching;
using EcommerceBot.Simulators.Stripe;

namespace EcommerceBot.Integration.Tests.Payments;

/// <summary>The real Host with Stripe's simulator: bought in the chat, paid on the hosted page, reported by a signed webhook, given back by the shop's people.</summary>
public sealed class StripeHostTests(ServersFixture servers)
{
    private const string AdminKey = "an-admin-key-that-only-this-test-knows";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task BoughtInTheChat_PaidAtStripe_RefundedInPartAndInFull()
    {
        await using var stripe = await StripeSimulator.StartAsync(cancellationToken: Cancel);
        await using var shop = await ShopAsync(Store.Servers, stripe, "1.00:00:00");
        var answers = new ConcurrentBag<HttpStatusCode>();
        stripe.Webhook = async (body, signature) => answers.Add(await PostAsync(shop, body, signature));

        await using var ada = await ChatShopper.OpenAsync(shop.Host.Client);
        await using var agent = await shop.ConnectAsync();
        await ada.PressesAsync($"add:{await Purchases.SkuAsync(agent)}:1", "Added: 1");
        await ada.SaysAsync("check out", "Whose name");
        await ada.SaysAsync("Ada Lovelace", "Where shall we send it");
        await ada.SaysAsync("12 Harbour Street, 1000 Lisbon, Portugal", "will be charged");
        var page = await ada.SaysAsync("yes", "Please pay on our secure page");
        Assert.Equal(stripe.Sessions.Single().Url, page.GetProperty("url").GetString());
        await stripe.PayAsync(stripe.Sessions.Single().Id, times: 3);
        await ada.HearsAsync("Your payment has arrived");
        await stripe.EmitAsync("brand.new.event", new { id = "x_1", @object = "something_new" });
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(shop, "{}", "t=1,v1=00"));
        Assert.Equal((1, 1), (await shop.Ledger.CountAsync("""SELECT count(*) FROM orders.payment_events WHERE kind = 'ignored'"""), await shop.Ledger.CountAsync("""SELECT count(*) FROM orders.orders""")));

        using var listed = await shop.Host.Client.SendAsync(Asked(HttpMethod.Get, "/api/orders"), Cancel);
        var order = (await listed.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("orders")[0];
        var (number, total) = (order.GetProperty("orderNumber").GetString()!, order.GetProperty("total").GetInt64());
        Assert.Equal(HttpStatusCode.OK, await RefundAsync(shop, number, 101, "one"));
        Assert.Equal(HttpStatusCode.OK, await RefundAsync(shop, number, 101, "one"));
        Assert.Equal(HttpStatusCode.Conflict, await RefundAsync(shop, number, total, "two"));
        Assert.Equal(HttpStatusCode.OK, await RefundAsync(shop, number, total - 101, "three"));
        var refunds = await Eventually.SeeAsync(() => Task.FromResult(stripe.Refunds.ToList()), found => found.Count >= 2, "both refunds at Stripe");
        Assert.Equal([101, total - 101], refunds.Select(refund => refund.Amount).Order());
    }

    [Fact]
    public async Task WebhookThatOvertookOurCall_AndOneThatWasLost_AreBothOrders()
    {
        await using var stripe = await StripeSimulator.StartAsync(cancellationToken: Cancel);
        await using var shop = await ShopAsync(Store.Embedded, stripe, "00:00:01");
        await using var agent = await shop.ConnectAsync();
        stripe.Webhook = async (body, signature) => Assert.Equal(HttpStatusCode.OK, await PostAsync(shop, body, signature));
        stripe.BeforeAnswer = session => stripe.PayAsync(session);

        var overtaken = await Purchases.QuoteAsync(agent);
        await agent.AskAsync("complete_checkout", new { checkout_id = overtaken.CheckoutId, confirmation = overtaken.Confirmation });
        await Purchases.OrderNumberAsync(agent, overtaken.CheckoutId);
        (stripe.Webhook, stripe.BeforeAnswer) = (null, null);
        var lost = await Purchases.QuoteAsync(agent);
        await agent.AskAsync("complete_checkout", new { checkout_id = lost.CheckoutId, confirmation = lost.Confirmation });
        Assert.True(await stripe.PayAsync(stripe.Sessions.Single(session => session.ClientReferenceId == lost.CheckoutId).Id));
        await Purchases.OrderNumberAsync(agent, lost.CheckoutId);

        Assert.Equal(2, await shop.Ledger.CountAsync("""SELECT count(*) FROM orders.orders"""));
        Assert.Empty(stripe.Refunds);
    }

    private async Task<ShopForAgents> ShopAsync(Store store, StripeSimulator stripe, string catchUpEvery) => await ShopForAgents.StartAsync(new Dictionary<string, string>(await servers.StoresAsync(store))
    {
        ["Payments__Provider"] = "Stripe",
        ["Payments__Stripe__SecretKey"] = StripeSimulator.SecretKey,
        ["Payments__Stripe__WebhookSecret"] = StripeSimulator.WebhookSecret,
        ["Payments__Stripe__ApiBaseUrl"] = stripe.BaseUrl,
        ["Payments__Stripe__CatchUpEvery"] = catchUpEvery,
        ["Admin__ApiKey"] = AdminKey,
    });

    private static async Task<HttpStatusCode> PostAsync(ShopForAgents shop, string body, string signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var answer = await shop.Host.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> RefundAsync(ShopForAgents shop, string number, long amount, string key)
    {
        using var request = Asked(HttpMethod.Post, $"/api/orders/{number}/refund");
        request.Content = JsonContent.Create(new { amount, reason = "A scratch" });
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await shop.Host.Client.SendAsync(request, Cancel);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Asked(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Admin-Key", AdminKey);
        return request;
    }
}
