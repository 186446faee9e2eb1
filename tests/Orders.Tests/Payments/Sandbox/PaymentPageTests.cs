using System.Net;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Tests.Sample;

namespace EcommerceBot.Orders.Tests.Payments.Sandbox;

public class PaymentPageTests
{
    private const string Hostile = "<script>alert('x')</script> \"&\" </title>";

    [Theory, BothStores]
    public async Task HostileTitlesAndShopNames_AreText(Store store)
    {
        await using var till = await Till.OpenAsync(store, ("Shop:Name", Hostile));
        till.Catalog.Put("EVIL", Hostile, 100, 5);
        var ann = new Shopper(till);
        var checkout = await ann.AtThePageAsync("EVIL", 1);

        var page = await till.Http.GetStringAsync(await PathAsync(ann, checkout.CheckoutId), TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(3, page.Split("&lt;script&gt;").Length - 1);
        Assert.All((string[])["pay", "decline", "cancel"], outcome => Assert.Contains($"<button name=\"outcome\" value=\"{outcome}\">", page, StringComparison.Ordinal));
        Assert.Contains("1.00 EUR", page, StringComparison.Ordinal);
    }

    [Theory, BothStores]
    public async Task UnknownExpiredForeignAndNonsense_EachHasItsStatus(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        var path = await PathAsync(ann, checkout);

        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(till, new Uri("/pay/nothing", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await PostAsync(till, new Uri("/pay/nothing", UriKind.Relative), "pay"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(till, path, "pay", "cross-site"));
        Assert.Equal(HttpStatusCode.Forbidden, await PostAsync(till, path, "pay", "same-site"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(till, path, "steal"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(till, path, ""));
        Assert.Equal((PaymentStatus.Open, 0), Standing(await ann.PaymentAsync(checkout)));

        till.Time.Advance(TimeSpan.FromMinutes(31));
        Assert.Equal(HttpStatusCode.Gone, (await GetAsync(till, path)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, await PostAsync(till, path, "pay"));
        Assert.NotEqual(PaymentStatus.Settled, (await ann.PaymentAsync(checkout)).Status);
    }

    [Theory, BothStores]
    public async Task PaidOrCanceledPage_SaysSoWithoutButtons(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        var ann = new Shopper(till);
        var (paid, canceled) = (await ann.AtThePageAsync(), await ann.AtThePageAsync());

        Assert.Equal(HttpStatusCode.OK, await PostAsync(till, await PathAsync(ann, paid.CheckoutId), "pay", "same-origin"));
        Assert.IsType<CheckoutDetails>(await ann.CancelAsync(canceled.CheckoutId));

        var receipt = await till.Http.GetStringAsync(await PathAsync(ann, paid.CheckoutId), TestContext.Current.CancellationToken);
        var closed = await till.Http.GetStringAsync(await PathAsync(ann, canceled.CheckoutId), TestContext.Current.CancellationToken);
        Assert.Contains("49.00 EUR paid", receipt, StringComparison.Ordinal);
        Assert.Contains("Nothing was charged", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("<button", receipt + closed, StringComparison.Ordinal);
    }

    private static (PaymentStatus, int) Standing(Payment payment) => (payment.Status, payment.Attempts);

    private static async Task<Uri> PathAsync(Shopper shopper, Guid checkout) => new($"/pay/{(await shopper.PaymentAsync(checkout)).Id}", UriKind.Relative);

    private static Task<HttpResponseMessage> GetAsync(Till till, Uri path) => till.Http.GetAsync(path, TestContext.Current.CancellationToken);

    private static async Task<HttpStatusCode> PostAsync(Till till, Uri path, string outcome, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent([new("outcome", outcome)]) };
        if (site is not null)
            request.Headers.Add("Sec-Fetch-Site", site);
        using var response = await till.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
