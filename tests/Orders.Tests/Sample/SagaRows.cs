using EcommerceBot.Orders.Cart;
using EcommerceBot.Orders.Checkout;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Sample;

/// <summary>Puts a checkout into the store as it would stand in a state, with the quote that belongs to it.</summary>
internal static class SagaRows
{
    // From here on the saga knows which payment counts.
    private static readonly string[] Paid = ["AwaitingCommit", "AwaitingLateStock", "AwaitingRefund", "Placed"];

    // Until here the time is running.
    private static readonly string[] Waiting = ["AwaitingStock", "AwaitingPaymentPage", "AwaitingProvider", "AwaitingPayment"];

    public static Task<CheckoutState> AddAsync(Till till, string state) => till.ReadAsync(async db =>
    {
        var (id, now) = (Guid.NewGuid(), till.Time.GetUtcNow());
        List<StoredLine> lines = [new("MOUSE", "product-MOUSE", "Quiet Mouse", new Dictionary<string, string>(), 2, 2450, null)];
        var saga = new CheckoutState
        {
            CorrelationId = id,
            CurrentState = state,
            OwnerId = "customer-ann",
            Lines = lines,
            Total = 4900,
            Currency = "EUR",
            PaymentUrl = "https://pay.example/1",
            PaymentExpiresAt = now.AddMinutes(30),
            PaymentTimeoutToken = Waiting.Contains(state) ? Guid.NewGuid() : null,
            RetryToken = state == "AwaitingProvider" ? Guid.NewGuid() : null,
            PaymentId = Paid.Contains(state) ? "first" : null,
        };
        db.Add(saga);
        db.Add(new Quote
        {
            CheckoutId = id,
            CartId = "cart-1",
            OwnerId = "customer-ann",
            CartVersion = 1,
            Lines = lines,
            Total = 4900,
            Currency = "EUR",
            Confirmation = "shown",
            ExpiresAt = now.AddMinutes(30),
            CompletedAt = now,
        });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return saga;
    });
}
