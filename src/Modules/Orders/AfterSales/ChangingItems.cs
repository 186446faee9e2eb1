using EcommerceBot.Catalog.Contracts.Requests;
using EcommerceBot.Orders.AfterSales.Stock;
using EcommerceBot.Orders.Contracts.Requests;
using EcommerceBot.Orders.Customers;

namespace EcommerceBot.Orders.AfterSales;

/// <summary>Other options before an order is packed, once; the difference is paid or given back at once.</summary>
internal static class ChangingItems
{
    public static OrderRefused? Apply(
        Order order, Wallet wallet, IReadOnlyList<ItemChange> changes, string methodId, IReadOnlyDictionary<string, VariantOffer> offers, DateTimeOffset now)
    {
        if (Refusals.UnlessPending(order) is { } refusal)
            return refusal;
        if (wallet.Find(methodId) is not { } method)
            return Refusals.UnknownMethod();
        var (swap, unfit) = ItemSwap.Of(order, changes, offers);
        if (swap is null)
            return unfit;
        // What is paid on delivery is not paid yet: the difference is in what is due.
        var moves = !order.IsCashDue;
        if (moves && swap.Difference > 0 && Refusals.UnlessCovered(method, swap.Difference, order.Currency) is { } uncovered)
            return uncovered;
        if (moves && swap.Difference > 0)
            order.Charge(method, swap.Difference, now);
        else if (moves && swap.Difference < 0)
            order.GiveBack(wallet, methodId, -swap.Difference, now);
        order.Reprice(swap);
        order.Moves = new StockMoves("items_changed", swap.Removed, swap.Added);
        order.ItemsChanged = true;
        return null;
    }
}
