using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments.Stripe;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace EcommerceBot.Orders.Tests.Payments.Stripe;

/// <summary>Stripe from the hosted page to the refund, against its simulator over real HTTP.</summary>
public class StripeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, BothStores]
    public async Task PaidAndReportedFiftyTimes_IsOneOrderAndRefundsInPartAndInFull(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        var ann = new Shopper(shop.Till);
        shop.Till.Catalog.Put("MOUSE-CHEAP", "Quiet Mouse", 2000, 5, productId: "product-MOUSE");
        var checkout = await ann.AtThePageAsync();
        var session = shop.SessionOf(checkout.CheckoutId);

        Assert.Equal(shop.Stripe.Sessions.Single().Url, checkout.ContinueUrl);
        Assert.True(await shop.Stripe.PayAsync(session, times: 50));
        await ann.StandsAsync(checkout.CheckoutId, "Placed");
        var order = Assert.Single((await ann.OrdersFoundAsync(5)).Orders);
        Assert.Equal((4900, session), (order.Total, Assert.Single(order.Payments).PaymentMethodId));
        Assert.Equal(1, await shop.Till.ReadAsync(db => db.PaymentEvents.CountAsync(Token)));

        await Desk.GiveCardAsync(shop.Till, ann.OwnerId, 0);
        Assert.IsType<OrderDetails>(await Desk.AskAsync(shop.Till, new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "ordered by mistake", Key = "c" }));
        await Until.TrueAsync(async () => (await Desk.LookAsync(shop.Till, ann, order.OrderNumber)).Payments is [_, { SettledAt: not null }], "the refund settled");
        Assert.Equal(4900, Assert.Single(shop.Stripe.Refunds).Amount);
    }

    [Theory, BothStores]
    public async Task WebhookBeforeOurOwnCallReturned_IsMatchedAndOrdered(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        shop.Stripe.BeforeAnswer = session => shop.Stripe.PayAsync(session);
        var ann = new Shopper(shop.Till);
        var quote = await ann.QuotedAsync();

        await ann.CompleteAsync(quote);

        await ann.StandsAsync(quote.CheckoutId, "Placed");
        await Until.TrueAsync(async () => (await shop.Till.ReadAsync(db => db.Payments.AsNoTracking().SingleOrDefaultAsync(Token))) is { Status: Orders.Payments.PaymentStatus.Settled }, "the row settled");
        Assert.Empty(shop.Stripe.Refunds);
    }

    [Theory, BothStores]
    public async Task BankDebit_IsOrderedWhenItArrivesAndAskedForAnewWhenItFails(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        var (ann, ben) = (new Shopper(shop.Till), new Shopper(shop.Till, "customer-ben"));
        var (first, second) = ((await ann.AtThePageAsync()).CheckoutId, (await ben.AtThePageAsync()).CheckoutId);

        await shop.Stripe.PayAsync(shop.SessionOf(first), later: true);
        await shop.Stripe.PayAsync(shop.SessionOf(second), later: true);
        Assert.Equal(0, await ann.OrdersAsync() + await ben.OrdersAsync());
        await shop.Stripe.SettleAsync(shop.SessionOf(first), times: 2);
        await shop.Stripe.SettleAsync(shop.SessionOf(second), succeeds: false);

        await ann.StandsAsync(first, "Placed");
        // The page is used up: another one takes its place, and the order is still to be had.
        await Until.TrueAsync(() => Task.FromResult(shop.Stripe.Sessions.Count == 3), "a fresh page for what failed");
        var fresh = shop.Stripe.Sessions.Single(session => session.ClientReferenceId == second.ToString() && session.Status == "open").Id;
        await Until.TrueAsync(async () => (await shop.Till.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(x => x.CheckoutId == second, Token))).Reference == fresh, "its row");
        await shop.Stripe.PayAsync(fresh);
        await ben.StandsAsync(second, "Placed");
        Assert.Equal((1, 1), (await ann.OrdersAsync(), await ben.OrdersAsync()));
        Assert.Empty(shop.Stripe.Refunds);
    }

    [Theory, BothStores]
    public async Task SlowPayment_OutlivesThePageWithItsStockHeld(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store, ("Checkout:PaymentWindow", "00:00:03"));
        var ann = new Shopper(shop.Till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        var shown = (await ann.SagaAsync(checkout))!.PaymentExpiresAt;

        await shop.Stripe.PayAsync(shop.SessionOf(checkout), later: true);
        await Until.TrueAsync(async () => (await ann.SagaAsync(checkout))!.PaymentExpiresAt > shown.AddDays(6), "days to wait for it");
        await shop.Till.PublishAsync(new Orders.Contracts.Events.PaymentAttemptFailed { CheckoutId = checkout, Attempt = 9 });
        await shop.Stripe.SettleAsync(shop.SessionOf(checkout));

        await ann.StandsAsync(checkout, "Placed");
        Assert.True(shop.Till.Catalog.Extended[checkout] > shown.AddDays(6));
        Assert.Empty(shop.Till.Events.Of<CheckoutFailed>());
    }

    [Theory, BothStores]
    public async Task StripeIsDown_LinkComesWhenItIsBackAndARefundWaits(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store, ("Checkout:ProviderRetry", "00:00:00.300"));
        var ann = new Shopper(shop.Till);
        var paid = (await ann.AtThePageAsync()).CheckoutId;
        shop.Stripe.IsDown = true;
        var ben = new Shopper(shop.Till, "customer-ben");
        var kept = await ben.QuotedAsync();
        await ben.CompleteAsync(kept);
        await ben.StandsAsync(kept.CheckoutId, "AwaitingProvider");
        await shop.Stripe.PayAsync(shop.SessionOf(paid));
        await shop.Till.PublishAsync(new Orders.Contracts.Events.PaymentSettled { CheckoutId = paid, PaymentId = shop.SessionOf(paid), Amount = 4900, Currency = "EUR" });
        await ann.StandsAsync(paid, "Placed");
        var order = Assert.Single((await ann.OrdersFoundAsync(5)).Orders);
        await Desk.AskAsync(shop.Till, new CancelOrder { OrderNumber = order.OrderNumber, OwnerId = ann.OwnerId, Reason = "ordered by mistake", Key = "c" });
        Assert.Empty(shop.Stripe.Refunds);

        shop.Stripe.IsDown = false;

        await Until.TrueAsync(() => Task.FromResult(shop.Stripe.Refunds.Count == 1), "the refund");
        await ben.StandsAsync(kept.CheckoutId, "AwaitingPayment");
        Assert.Equal(4900, shop.Stripe.Refunds[0].Amount);
    }

    [Theory, BothStores]
    public async Task LostWebhook_IsFoundByTheCatchUp(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        var ann = new Shopper(shop.Till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;
        shop.Stripe.Webhook = null;
        await shop.Stripe.PayAsync(shop.SessionOf(checkout));

        await shop.Till.Services.GetRequiredService<StripeCatchUp>().RunOnceAsync(Token);
        await shop.Till.Services.GetRequiredService<StripeCatchUp>().RunOnceAsync(Token);

        await ann.StandsAsync(checkout, "Placed");
        Assert.Equal(1, await ann.OrdersAsync());
    }

    [Theory, BothStores]
    public async Task CanceledCheckout_ClosesItsPageAtStripe(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        var ann = new Shopper(shop.Till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;

        await ann.CancelAsync(checkout);

        await Until.TrueAsync(() => Task.FromResult(shop.Stripe.Sessions.Single().Status == "expired"), "the page closed");
        Assert.False(await shop.Stripe.PayAsync(shop.SessionOf(checkout)));
    }

    [Theory, BothStores]
    public async Task PageThatExpiredAtStripe_EndsTheCheckout(Store store)
    {
        await using var shop = await StripeShop.OpenAsync(store);
        var ann = new Shopper(shop.Till);
        var checkout = (await ann.AtThePageAsync()).CheckoutId;

        await shop.Stripe.TimeOutAsync(shop.SessionOf(checkout));

        Assert.Equal("payment_timeout", (await shop.Till.Events.OneAsync<CheckoutFailed>()).Code);
        await Until.TrueAsync(() => Task.FromResult(shop.Till.Catalog.Stock("MOUSE") == (50, 0)), "the stock back");
    }
}
