using EcommerceBot.Catalog.Contracts.Events;
using EcommerceBot.Orders.Contracts.Events;
using MassTransit;

namespace EcommerceBot.Orders.Checkout;

/// <summary>How a checkout ends without an order, and what is said about it.</summary>
internal static class CheckoutEndings
{
    public static EventActivityBinder<CheckoutState, T> Fail<T>(this EventActivityBinder<CheckoutState, T> binder, string code) where T : class => binder
        .Then(context => context.Saga.FailureCode = code)
        .Publish(context => new CheckoutFailed { CheckoutId = context.Saga.CorrelationId, OwnerId = context.Saga.OwnerId, Code = code, ShortTitles = [] });

    public static EventActivityBinder<CheckoutState, StockRejected> FailOutOfStock(this EventActivityBinder<CheckoutState, StockRejected> binder) => binder
        .Then(context => context.Saga.FailureCode = "out_of_stock")
        .Publish(context => new CheckoutFailed
        {
            CheckoutId = context.Saga.CorrelationId,
            OwnerId = context.Saga.OwnerId,
            Code = "out_of_stock",
            ShortTitles = [.. context.Saga.Lines.Where(line => context.Message.Shortages.Any(shortage => shortage.Sku == line.Sku)).Select(line => line.Title)],
        });

    public static EventActivityBinder<CheckoutState, PaymentRefunded> FailRefunded(this EventActivityBinder<CheckoutState, PaymentRefunded> binder) => binder
        .Then(context => context.Saga.FailureCode = "refunded")
        .Publish(context => new CheckoutFailed
        {
            CheckoutId = context.Saga.CorrelationId,
            OwnerId = context.Saga.OwnerId,
            Code = "refunded",
            ShortTitles = [],
            RefundedAmount = context.Message.Amount,
            Currency = context.Message.Currency,
        });
}
