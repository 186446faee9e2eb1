using System.Net;
using EcommerceBot.Orders.Tests.Sample;
using EcommerceBot.Simulators.Stripe;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Payments.Stripe;

/// <summary>What is signed is taken, whatever it is; what is not is refused.</summary>
public class StripeWebhookTests
{
    private const string Body = """{"id":"evt_1","object":"event","type":"invoice.paid","created":1,"data":{"object":{"id":"in_1","object":"invoice"}}}""";

    [Theory, BothStores]
    public async Task UnknownEventsAndDisputes_AreStoredAndIgnored(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);

        Assert.Equal(HttpStatusCode.OK, await shop.PostAsync(Body, Sign(shop, Body)));
        Assert.Equal(HttpStatusCode.OK, await shop.PostAsync(Body, Sign(shop, Body)));
        await shop.Stripe.EmitAsync("charge.dispute.created", new { id = "dp_1", @object = "dispute" });
        await shop.Stripe.EmitAsync("brand.new.event", new { id = "x_1", @object = "something_new" });

        var kinds = await shop.Till.ReadAsync(db => db.PaymentEvents.Select(x => x.Kind).ToListAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["disputed", "ignored", "ignored"], kinds.Order());
    }

    [Theory]
    [InlineData(0, HttpStatusCode.OK)]
    [InlineData(-299, HttpStatusCode.OK)]
    [InlineData(-310, HttpStatusCode.BadRequest)]
    public async Task Signature_HoldsForThreeHundredSeconds(int seconds, HttpStatusCode answer)
    {
        await using var shop = await StripeShop.OpenAsync(Store.Embedded);

        Assert.Equal(answer, await shop.PostAsync(Body, Signature.Of(Body, StripeSimulator.WebhookSecret, shop.Till.Time.GetUtcNow().AddSeconds(seconds))));
    }

    [Fact]
    public async Task UnsignedForgedOrAlteredBodies_AreRefusedAndLeaveNothing()
    {
        await using var shop = await StripeShop.OpenAsync(Store.Embedded);

        Assert.Equal(HttpStatusCode.BadRequest, await shop.PostAsync(Body, null));
        Assert.Equal(HttpStatusCode.BadRequest, await shop.PostAsync(Body, Signature.Of(Body, "whsec_other", shop.Till.Time.GetUtcNow())));
        Assert.Equal(HttpStatusCode.BadRequest, await shop.PostAsync($"{Body} ", Sign(shop, Body)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await shop.PostAsync(new string(' ', 300_000), "t=1,v1=00"));
        Assert.Equal(0, await shop.Till.ReadAsync(db => db.PaymentEvents.CountAsync(TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task SecretWasRolled_TheOneBeforeIsTakenToo()
    {
        await using var shop = await StripeShop.OpenAsync(Store.Embedded);

        Assert.Equal(HttpStatusCode.OK, await shop.PostAsync(Body, Signature.Of(Body, StripeShop.PreviousWebhookSecret, shop.Till.Time.GetUtcNow())));
        Assert.Equal(HttpStatusCode.OK, await shop.PostAsync(Body, Sign(shop, Body)));
    }

    [Fact]
    public async Task SandboxShop_HasNoSuchWebhook()
    {
        await using var till = await Till.OpenAsync(Store.Embedded);
        using var content = new StringContent(Body);

        using var answer = await till.Http.PostAsync(new Uri("/webhooks/stripe", UriKind.Relative), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Sign(StripeShop shop, string body) => Signature.Of(body, StripeSimulator.WebhookSecret, shop.Till.Time.GetUtcNow());
}
