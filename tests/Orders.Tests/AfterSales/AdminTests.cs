using System.Net;
using System.Net.Http.Json;
using EcommerceBot.Orders.AfterSales.Admin;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.AfterSales;

/// <summary>The shop's own people over REST: ship in parts, deliver, refund, note, and reports that add up.</summary>
public class AdminTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task OrderOfTwoParcels_IsShippedDeliveredAndPartlyRefunded(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var number = (await Desk.BoughtAsync(till, ann)).OrderNumber;

        var first = await PostAsync(till, number, "ship", new { items = new[] { new { sku = "MOUSE", quantity = 1 } }, carrier = "dhl", trackingNumber = "JD 01" }, "s1");
        var again = await PostAsync(till, number, "ship", new { items = new[] { new { sku = "MOUSE", quantity = 1 } }, carrier = "dhl", trackingNumber = "JD 01" }, "s1");
        var tooMany = await SendAsync(till, number, "ship", new { items = new[] { new { sku = "MOUSE", quantity = 2 } } }, "s2");
        var second = await PostAsync(till, number, "ship", new { }, "s3");
        var delivered = await PostAsync(till, number, "deliver", new { }, "d1");
        await PostAsync(till, number, "note", new { text = "Called Ann" }, "n1");
        var refunded = await PostAsync(till, number, "refund", new { amount = 900, reason = "scratched" }, "r1");
        var tooMuch = await SendAsync(till, number, "refund", new { amount = 4001 }, "r2");

        Assert.Equal(("partially_shipped", 1, 1), (first.Status, first.Shipments.Count, again.Shipments.Count));
        Assert.Contains("JD%2001", first.Shipments[0].TrackingUrl, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (tooMany.StatusCode, tooMuch.StatusCode));
        Assert.Equal(("shipped", "delivered"), (second.Status, delivered.Status));
        Assert.Equal(["payment 4900", "refund 900"], refunded.Payments.Select(payment => $"{payment.Kind} {payment.Amount}"));
        var timeline = await GetAsync<List<Happened>>(till, $"/api/orders/{number}/timeline");
        Assert.Equal(["placed", "shipped", "shipped", "delivered", "noted", "refunded"], timeline.Select(entry => entry.What));
        var day = Assert.Single(await GetAsync<List<RevenueOfDay>>(till, "/api/orders/revenue"));
        Assert.Equal(("EUR", 1, 4900L, 900L, 4000L), (day.Currency, day.Orders, day.Paid, day.Refunded, day.Net));
        Assert.Contains($"{number},", await TextAsync(till, "/api/orders/export.csv"), StringComparison.Ordinal);
        Assert.Equal(number, Assert.Single((await GetAsync<OrdersFound>(till, "/api/orders?status=delivered")).Orders).OrderNumber);
    }

    [Theory, BothStores]
    public async Task ReturnThatArrived_IsRefundedForWhatItIsWorthAndOver(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var order = await Desk.BoughtAsync(till, ann);
        await Desk.StandsAsync(till, order.OrderNumber, "delivered");
        await Desk.AskAsync(till, new ReturnOrderItems
        {
            OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Items = [new ReturnedItem { Sku = "MOUSE" }], PaymentMethodId = order.Payments[0].PaymentMethodId, Key = "r",
        });

        var returned = await PostAsync(till, order.OrderNumber, "refund", new { }, "r1");

        Assert.Equal(("returned", 2450L), (returned.Status, returned.Payments[^1].Amount));
    }

    [Fact]
    public async Task WithoutLeaveOrKeyOrOrder_NothingIsShownOrDone()
    {
        await using var till = await Till.OpenAsync(Store.Embedded);
        using var bare = await till.Http.GetAsync(new Uri("/api/orders", UriKind.Relative), Token);
        using var keyless = await SendAsync(till, "EB-2222-2222", "deliver", new { }, null);
        using var missing = await SendAsync(till, "EB-2222-2222", "deliver", new { }, "k");

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.BadRequest, HttpStatusCode.NotFound], [bare.StatusCode, keyless.StatusCode, missing.StatusCode]);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@x\n", "\"'@x\n\"")]
    [InlineData("", "")]
    public void CsvField_IsQuotedAndNeverAFormula(string field, string written) => Assert.Equal(written, ReportsApi.Csv(field));

    private static async Task<OrderDetails> PostAsync(Till till, string number, string action, object body, string key)
    {
        using var answer = await SendAsync(till, number, action, body, key);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Token));
        return (await answer.Content.ReadFromJsonAsync<OrderDetails>(Token))!;
    }

    private static async Task<HttpResponseMessage> SendAsync(Till till, string number, string action, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/orders/{number}/{action}") { Content = JsonContent.Create(body) };
        request.Headers.Add(AdminHeader.Name, "yes");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        return await till.Http.SendAsync(request, Token);
    }

    private static async Task<T> GetAsync<T>(Till till, string path) =>
        System.Text.Json.JsonSerializer.Deserialize<T>(await TextAsync(till, path), System.Text.Json.JsonSerializerOptions.Web)!;

    private static async Task<string> TextAsync(Till till, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add(AdminHeader.Name, "yes");
        using var answer = await till.Http.SendAsync(request, Token);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
    }

    private sealed record Happened(string What);
}
