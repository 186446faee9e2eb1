using Microsoft.Extensions.Options;
using Stripe;
using Stripe.Checkout;

namespace EcommerceBot.Orders.Payments.Stripe;

/// <summary>Stripe's hosted Checkout: the card is given there and never here. Every call bears an idempotency key, so repeating it is harmless.</summary>
internal sealed class StripeProvider(StripeClient stripe, IOptions<ShopOptions> shop) : IPaymentProvider
{
    public const string ProviderName = "stripe";

    // Stripe opens no page for less than 30 minutes from now; the saga stops waiting earlier and has the page closed.
    private static readonly TimeSpan LeastLifetime = TimeSpan.FromMinutes(31);

    public string Name => ProviderName;

    public Task<OpenedPage> OpenPageAsync(PageWish wish, CancellationToken cancellationToken) => StripeWeather.AskAsync(() => OpenAsync(wish, cancellationToken), cancellationToken);

    public Task ClosePageAsync(string reference, CancellationToken cancellationToken) => StripeWeather.AskAsync(() => CloseAsync(reference, cancellationToken), cancellationToken);

    public Task RefundAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken) =>
        StripeWeather.AskAsync(() => GiveBackAsync(paymentId, amount, currency, key, cancellationToken), cancellationToken);

    private async Task<OpenedPage> OpenAsync(PageWish wish, CancellationToken cancellationToken)
    {
        var (checkoutId, currency) = (wish.CheckoutId, wish.Currency);
        var home = $"{shop.Value.PublicUrl.TrimEnd('/')}/";
        // Nothing in here may differ when it is asked again: Stripe refuses a known key with other arguments.
        var session = await new SessionService(stripe).CreateAsync(new SessionCreateOptions
        {
            Mode = "payment",
            ClientReferenceId = checkoutId.ToString(),
            Metadata = new Dictionary<string, string> { ["checkout_id"] = checkoutId.ToString() },
            // So that a declined attempt, which is told about the payment and not the page, can be matched.
            PaymentIntentData = new SessionPaymentIntentDataOptions { Metadata = new Dictionary<string, string> { ["checkout_id"] = checkoutId.ToString() } },
            ExpiresAt = (wish.ExpiresAt + LeastLifetime).UtcDateTime,
            SuccessUrl = home,
            CancelUrl = home,
            LineItems =
            [
                new SessionLineItemOptions
                {
                    Quantity = 1,
                    PriceData = new SessionLineItemPriceDataOptions
                    {
                        Currency = currency.ToLowerInvariant(),
                        UnitAmount = StripeAmount.To(wish.Amount, currency),
                        ProductData = new SessionLineItemPriceDataProductDataOptions { Name = $"{shop.Value.Name}: your order" },
                    },
                },
            ],
        }, new RequestOptions { IdempotencyKey = wish.Attempt == 0 ? $"page-{checkoutId}" : $"page-{checkoutId}-{wish.Attempt}" }, cancellationToken);
        return new OpenedPage(session.Url, session.Id);
    }

    private async Task<bool> CloseAsync(string reference, CancellationToken cancellationToken)
    {
        var sessions = new SessionService(stripe);
        if ((await sessions.GetAsync(reference, cancellationToken: cancellationToken)).Status != "open")
            return true;
        try
        {
            await sessions.ExpireAsync(reference, cancellationToken: cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Type == "invalid_request_error")
        {
            // Paid or expired between the look and the call; whichever it was is reported by its event.
        }
        return true;
    }

    private async Task<bool> GiveBackAsync(string paymentId, long amount, string currency, string key, CancellationToken cancellationToken)
    {
        var session = await new SessionService(stripe).GetAsync(paymentId, cancellationToken: cancellationToken);
        try
        {
            await new RefundService(stripe).CreateAsync(
                new RefundCreateOptions { PaymentIntent = session.PaymentIntentId, Amount = StripeAmount.To(amount, currency) },
                new RequestOptions { IdempotencyKey = key },
                cancellationToken);
        }
        catch (StripeException exception) when (exception.StripeError?.Code == "charge_already_refunded")
        {
            // Keys are kept for a day at the least; what was given back before that is given back.
        }
        return true;
    }
}
