using EcommerceBot.Orders.Contracts.Requests;

namespace EcommerceBot.Orders.Checkout;

/// <summary>One answer from the quote and, once there is one, its saga.</summary>
internal static class CheckoutView
{
    public static CheckoutDetails Of(Quote quote, CheckoutState? saga, DateTimeOffset now)
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
        nameof(CheckoutStateMachine.AwaitingPayment) => ("requires_escalation", []),
        nameof(CheckoutStateMachine.Failed) => ("canceled", [saga.FailureCode switch
        {
            "out_of_stock" => "Some items were sold out before they could be reserved; nothing was charged.",
            "payment_timeout" when saga.PaymentUrl is null => "The checkout took too long to prepare; nothing was charged. Please try again.",
            "payment_timeout" => "The payment page closed without a payment; nothing was charged.",
            "refunded" => "The payment came too late and the items were gone; it has been given back in full.",
            _ => "This checkout was canceled; nothing is charged.",
        }]),
        _ => ("complete_in_progress", []),
    };
}
