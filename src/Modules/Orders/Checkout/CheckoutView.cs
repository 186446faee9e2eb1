using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Checkout;

/// <summary>One answer from the quote and, once there is one, its saga.</summary>
internal static class CheckoutView
{
    private const string Parked = "A payment of another amount than was asked has come in. Nothing was bought for it; a person of the shop looks after it.";

    public static CheckoutDetails Of(Quote quote, CheckoutState? saga, IReadOnlyList<string> methods, DateTimeOffset now)
    {
        var (status, messages) = Standing(quote, saga, now);
        return new CheckoutDetails
        {
            CheckoutId = quote.CheckoutId,
            CartId = quote.CartId,
            Status = status,
            Lines = [.. quote.Lines.Select(line => line.ToContract())],
            Totals = quote.Rows(),
            Total = quote.Total,
            Currency = quote.Currency,
            Buyer = new Buyer { Name = quote.BuyerName, Email = quote.BuyerEmail, Address = quote.BuyerAddress },
            ShipTo = quote.ShipTo,
            IncludedTax = quote.IncludedTax,
            Coupons = quote.Coupons,
            ShippingChoices = quote.ShippingChoices,
            ShippingMethodId = quote.ShippingMethodId,
            Note = quote.Note,
            PaymentMethods = methods,
            PaymentMethod = saga?.Method,
            Confirmation = quote.Confirmation,
            ContinueUrl = status == "requires_escalation" ? saga?.PaymentUrl : null,
            OrderNumber = saga?.OrderNumber,
            Messages = messages,
            ExpiresAt = quote.ExpiresAt,
        };
    }

    private static (string Status, IReadOnlyList<string> Messages) Standing(Quote quote, CheckoutState? saga, DateTimeOffset now)
    {
        // Money that came in spite of a cancel is no longer a canceled checkout: it ends in an order or goes back.
        if (quote.CanceledAt is not null && saga?.PaymentId is null)
            return ("canceled", ["This checkout was canceled; nothing is charged."]);
        if (saga is not null)
            return Standing(saga);
        if (quote.CompletedAt is not null)
            return ("complete_in_progress", []);
        if (quote.ExpiresAt <= now)
            return ("canceled", ["This quote has expired. Create a new checkout to see the present prices."]);
        var missing = quote.Missing();
        return (missing.Count > 0 ? "incomplete" : "ready_for_complete", missing);
    }

    private static (string Status, IReadOnlyList<string> Messages) Standing(CheckoutState saga) => saga.CurrentState switch
    {
        nameof(CheckoutStateMachine.Placed) => ("completed", []),
        nameof(CheckoutStateMachine.AwaitingPayment) when saga.HasParked => ("requires_escalation", [Parked]),
        nameof(CheckoutStateMachine.AwaitingPayment) => ("requires_escalation", []),
        _ when saga.AwaySince is not null && saga.CurrentState != nameof(CheckoutStateMachine.Failed) => ("complete_in_progress",
            ["The payment service is away at the moment. The order is kept, and the link to pay comes as soon as it is back."]),
        nameof(CheckoutStateMachine.Failed) when saga.HasParked => ("canceled", [Parked]),
        nameof(CheckoutStateMachine.Failed) => ("canceled", [saga.FailureCode switch
        {
            "out_of_stock" => "Some items were sold out before they could be reserved; nothing was charged.",
            "payment_timeout" when saga.PaymentUrl is null => "The checkout took too long to prepare; nothing was charged. Please try again.",
            "payment_timeout" => "The payment page closed without a payment; nothing was charged.",
            "provider_away" => "The payment service did not come back in time; nothing was charged. Please try again.",
            "refunded" => "The payment came too late and the items were gone; it has been given back in full.",
            _ => "This checkout was canceled; nothing is charged.",
        }]),
        _ => ("complete_in_progress", []),
    };
}
