using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Other options for what was delivered, once; money moves when the pieces have come back.</summary>
internal static class Exchanging
{
    public static OrderRefused? Apply(Order order, Wallet wallet, IReadOnlyList<ItemChange> changes, string methodId, IReadOnlyDictionary<string, VariantOffer> offers)
    {
        if (Refusals.UnlessDelivered(order) is { } refusal)
            return refusal;
        if (wallet.Find(methodId) is not { } method)
            return Refusals.UnknownMethod();
        var (swap, unfit) = ItemSwap.Of(order, changes, offers);
        if (swap is null)
            return unfit;
        if (swap.Difference > 0 && Refusals.UnlessCovered(method, swap.Difference, order.Currency) is { } uncovered)
            return uncovered;
        order.Exchange = new OrderExchange { Changes = changes, PaymentMethodId = methodId, Difference = swap.Difference, NewLines = [.. swap.Added.Select(line => line.ToContract())] };
        order.Status = OrderStatus.ExchangeRequested;
        return null;
    }
}
