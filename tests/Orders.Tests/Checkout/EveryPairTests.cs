using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Checkout;
using EcommerceBot.Orders.Contracts.Commands;
using EcommerceBot.Orders.Contracts.Events;
using EcommerceBot.Orders.Tests.Sample;
using Microsoft.EntityFrameworkCore;

namespace EcommerceBot.Orders.Tests.Checkout;

/// <summary>Every state with every event: whatever comes, whenever, the checkout comes to rest where this table says, and nothing is an error.</summary>
public class EveryPairTests
{
    private static readonly string[] States =
        ["AwaitingStock", "AwaitingPaymentPage", "AwaitingProvider", "AwaitingPayment", "AwaitingCommit", "AwaitingLateStock", "AwaitingRefund", "Placed", "Failed"];

    private static readonly Dictionary<string, Func<CheckoutState, object>> Events = new()
    {
        ["Started"] = x => new StartCheckout { CheckoutId = x.CorrelationId, OwnerId = x.OwnerId, Lines = [], Totals = [], Total = x.Total, Currency = x.Currency },
        ["Stop"] = x => new StopCheckout { CheckoutId = x.CorrelationId },
        ["Reserved"] = x => new StockReserved { CheckoutId = x.CorrelationId, ExpiresAt = x.PaymentExpiresAt },
        ["Rejected"] = x => new StockRejected { CheckoutId = x.CorrelationId, Reason = "expired", Shortages = [] },
        ["Committed"] = x => new StockCommitted { CheckoutId = x.CorrelationId },
        ["PageOpened"] = x => new PaymentPageOpened { CheckoutId = x.CorrelationId, Url = "https://pay.example/1" },
        ["PageDelayed"] = x => new PaymentPageDelayed { CheckoutId = x.CorrelationId },
        ["Switched"] = x => new SwitchPaymentMethod { CheckoutId = x.CorrelationId, PaymentMethod = "online" },
        ["Pending"] = x => new PaymentPending { CheckoutId = x.CorrelationId },
        ["RetryDue"] = x => new PaymentRetryDue { CheckoutId = x.CorrelationId },
        ["Declined"] = x => new PaymentAttemptFailed { CheckoutId = x.CorrelationId, Attempt = 1 },
        ["Paid"] = x => Settled(x, "first", x.Total),
        ["PaidAgain"] = x => Settled(x, "second", x.Total),
        ["PaidOddly"] = x => Settled(x, "odd", x.Total + 1),
        ["Refunded"] = x => new PaymentRefunded { CheckoutId = x.CorrelationId, PaymentId = "first", Amount = x.Total, Currency = x.Currency },
        ["TimedOut"] = x => new PaymentTimedOut { CheckoutId = x.CorrelationId },
    };

    // Pairs that are not here leave the checkout where it is. Catalog is silent; page and refund follow by themselves.
    private static readonly Dictionary<(string State, string Event), string> Moves = new()
    {
        [("AwaitingStock", "Stop")] = "Failed",
        [("AwaitingStock", "Reserved")] = "AwaitingPayment",
        [("AwaitingStock", "Rejected")] = "Failed",
        [("AwaitingStock", "TimedOut")] = "Failed",
        [("AwaitingPaymentPage", "Stop")] = "Failed",
        [("AwaitingPaymentPage", "TimedOut")] = "Failed",
        [("AwaitingPaymentPage", "PageOpened")] = "AwaitingPayment",
        [("AwaitingPaymentPage", "Paid")] = "AwaitingCommit",
        [("AwaitingPaymentPage", "PaidAgain")] = "AwaitingCommit",
        [("AwaitingPaymentPage", "PageDelayed")] = "AwaitingProvider",
        [("AwaitingProvider", "PageOpened")] = "AwaitingPayment",
        [("AwaitingProvider", "RetryDue")] = "AwaitingPayment",
        [("AwaitingProvider", "Switched")] = "AwaitingPayment",
        [("AwaitingProvider", "Stop")] = "Failed",
        [("AwaitingProvider", "TimedOut")] = "Failed",
        [("AwaitingProvider", "Paid")] = "AwaitingCommit",
        [("AwaitingProvider", "PaidAgain")] = "AwaitingCommit",
        [("AwaitingPayment", "Stop")] = "Failed",
        [("AwaitingPayment", "TimedOut")] = "Failed",
        [("AwaitingPayment", "Paid")] = "AwaitingCommit",
        [("AwaitingPayment", "PaidAgain")] = "AwaitingCommit",
        [("AwaitingCommit", "Committed")] = "Placed",
        [("AwaitingCommit", "Rejected")] = "AwaitingLateStock",
        [("AwaitingLateStock", "Reserved")] = "AwaitingCommit",
        [("AwaitingLateStock", "Rejected")] = "Failed",
        [("AwaitingRefund", "Refunded")] = "Failed",
        [("Failed", "Paid")] = "AwaitingLateStock",
        [("Failed", "PaidAgain")] = "AwaitingLateStock",
    };

    [Theory, BothStores]
    public async Task EachEventInEachState_ComesToRestWhereTheTableSays(Store store)
    {
        await using var till = await Till.OpenAsync(store);
        till.Catalog.Answers = false;
        var ann = new Shopper(till);
        var cases = new List<(string State, string Event, Guid Checkout, Guid Message)>();
        foreach (var state in States)
        {
            foreach (var (name, make) in Events)
            {
                var saga = await SagaRows.AddAsync(till, state);
                var id = Guid.NewGuid();
                cases.Add((state, name, saga.CorrelationId, id));
                await till.PublishAsync(make(saga), id);
            }
        }

        foreach (var (state, name, checkout, message) in cases)
        {
            await Until.TrueAsync(async () => await till.HandledAsync(message) || await till.ParkedAsync(message), $"{name} in {state} handled");
            Assert.False(await till.ParkedAsync(message), $"{name} in {state} ended in an error.");
            await Until.TrueAsync(async () => (await ann.SagaAsync(checkout))!.CurrentState == Moves.GetValueOrDefault((state, name), state),
                $"{name} in {state} to come to rest in {Moves.GetValueOrDefault((state, name), state)}");
        }
        Assert.All(Moves.Keys, pair => Assert.Contains(cases, x => (x.State, x.Event) == pair));
    }

    [Fact]
    public void StatesAndEventsOfTheMachine_AreAllInTheTable()
    {
        var machine = new CheckoutStateMachine(Microsoft.Extensions.Options.Options.Create(new CheckoutOptions()), Microsoft.Extensions.Options.Options.Create(new EcommerceBot.Orders.Payments.PaymentOptions()), TimeProvider.System);

        Assert.Equal(States.Order(), machine.States.Select(state => state.Name).Except(["Initial", "Final"]).Order());
        // Paid stands in the table three times, for the right amount, another payment and another amount; the time-out and the retry are schedules.
        Assert.Equal(Events.Count - 4, machine.Events.Select(x => x.Name).Count(name => !name.Contains('.', StringComparison.Ordinal)));
    }

    private static PaymentSettled Settled(CheckoutState saga, string payment, long amount) =>
        new() { CheckoutId = saga.CorrelationId, PaymentId = payment, Amount = amount, Currency = saga.Currency };
}
