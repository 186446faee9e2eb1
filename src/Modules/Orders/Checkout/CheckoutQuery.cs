using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Payments;
using EcommerceBot.Orders.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace EcommerceBot.Orders.Checkout;

/// <summary>Finds an owner's checkout with what its saga knows.</summary>
internal sealed class CheckoutQuery(OrdersDbContext db, IOptions<PaymentOptions> payments, TimeProvider time)
{
    public Task<Quote?> QuoteAsync(Guid checkoutId, string ownerId, CancellationToken cancellationToken) =>
        db.Quotes.SingleOrDefaultAsync(x => x.CheckoutId == checkoutId && x.OwnerId == ownerId, cancellationToken);

    public async Task<CheckoutDetails> DetailsAsync(Quote quote, CancellationToken cancellationToken) =>
        CheckoutView.Of(quote, await SagaAsync(quote.CheckoutId, cancellationToken), payments.Value.Methods(), time.GetUtcNow());

    public Task<CheckoutState?> SagaAsync(Guid checkoutId, CancellationToken cancellationToken) =>
        db.Checkouts.AsNoTracking().SingleOrDefaultAsync(x => x.CorrelationId == checkoutId, cancellationToken);
}
