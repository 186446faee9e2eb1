using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;
using EcommerceBot.Orders.Payments;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Why an order stays as it is, in words that several rules share; null means go on.</summary>
internal static class Refusals
{
    public static OrderRefused Because(string code, string reason) => new() { Code = code, Reason = reason };

    /// <summary>An order can be changed while it is placed, and until its items have been changed.</summary>
    public static OrderRefused? UnlessPending(Order order) =>
        order.Status != OrderStatus.Placed ? Because("not_pending", $"Only an order that is still {OrderStatus.Placed} can be cancelled or changed, and this one is {Spoken(order.Status)}.")
        : order.ItemsChanged ? Because("already_changed", "The items of this order have been changed already; after that it can neither be changed again nor cancelled.")
        : null;

    public static OrderRefused? UnlessDelivered(Order order) => order.Status == OrderStatus.Delivered ? null
        : Because("not_delivered", $"Only items of an order that is {OrderStatus.Delivered} can be returned or exchanged, and this one is {Spoken(order.Status)}.");

    public static OrderRefused? UnlessText(string text, int most) => text.Trim().Length > 0 && text.Length <= most && !text.Contains('\0', StringComparison.Ordinal) ? null
        : Because("invalid_note", $"A note has 1 to {most} characters.");

    public static OrderRefused UnknownMethod() =>
        Because("unknown_payment_method", "This is not one of the customer's payment methods. Look at the profile and name one that stands there.");

    public static OrderRefused? UnlessCovered(PaymentMethod method, long amount, string currency) => method.Covers(amount, currency) ? null
        : Because("insufficient_balance", $"{Money.Show(amount, currency)} are to be paid, and this balance is {Money.Show(method.Balance ?? 0, method.Currency ?? currency)}. Name another payment method.");

    private static string Spoken(string status) => status.Replace('_', ' ');
}
