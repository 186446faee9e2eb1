using System.Net;
using System.Text;
using EcommerceBot.Orders.Tests.Sample;
using EcommerceBot.Simulators.Stripe;

namespace EcommerceBot.Orders.Tests.Payments.Stripe;

/// <summary>A till whose money is taken by the Stripe simulator; its webhooks come in as Stripe posts them.</summary>
internal sealed class StripeShop : IAsyncDisposable
{
    public const string PreviousWebhookSecret = "whsec_before_the_roll";

    private StripeShop(Till till, StripeSimulator stripe) => (Till, Stripe) = (till, stripe);

    public Till Till { get; }
    public StripeSimulator Stripe { get; }

    public static async Task<StripeShop> OpenAsync(Store store)
    {
        var stripe = await StripeSimulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var till = await Till.OpenAsync(store,
            ("Payments:Provider", "Stripe"), ("Payments:Stripe:SecretKey", StripeSimulator.SecretKey), ("Payments:Stripe:WebhookSecret", StripeSimulator.WebhookSecret),
            ("Payments:Stripe:WebhookSecretPrevious", PreviousWebhookSecret),
            ("Payments:Stripe:ApiBaseUrl", stripe.BaseUrl), ("Payments:Stripe:CatchUpEvery", "1.00:00:00"));
        var shop = new StripeShop(till, stripe);
        stripe.Webhook = async (body, signature) => Assert.Equal(HttpStatusCode.OK, await shop.PostAsync(body, signature));
        return shop;
    }

    public async Task<HttpStatusCode> PostAsync(string body, string? signature)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/stripe") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (signature is not null)
            request.Headers.TryAddWithoutValidation("Stripe-Signature", signature);
        using var response = await Till.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    public string SessionOf(Guid checkoutId) => Stripe.Sessions.Single(session => session.ClientReferenceId == checkoutId.ToString()).Id;

    public async ValueTask DisposeAsync()
    {
        await Till.DisposeAsync();
        await Stripe.DisposeAsync();
    }
}
