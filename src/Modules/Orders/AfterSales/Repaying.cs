using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Pays an order that is still placed with another method; the first one gets its money back.</summary>
internal static class Repaying
{
    public static OrderRefused? Apply(Order order, Wallet wallet, string methodId, DateTimeOffset now)
    {
        if (Refusals.UnlessPending(order) is { } refusal)
            return refusal;
        if (wallet.Find(methodId) is not { } method)
            return Refusals.UnknownMethod();
        if (order.NetPaid() is not [var (paidWith, amount)])
            return Refusals.Because("payment_method_not_allowed", "Only an order that one single method has paid can be paid with another.");
        if (paidWith == methodId)
            return Refusals.Because("same_payment_method", "The order is paid with this method already. Name another one.");
        if (Refusals.UnlessCovered(method, amount, order.Currency) is { } uncovered)
            return uncovered;
        order.Charge(method, amount, now);
        order.GiveBack(wallet, paidWith, amount, now);
        return null;
    }
}
